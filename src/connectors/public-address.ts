import { BlockList, isIP } from 'node:net';

/** Addresses that are nobody's on the open net (IANA's special-purpose registries, RFC 6890, read 2026-11-22). */
const special = new BlockList();
for (const [net, prefix] of [
  ...(['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'] as const),
  ...(['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'] as const),
  ...(['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'] as const),
].map((range) => range.split('/') as [string, string])) {
  special.addSubnet(net, Number(prefix), 'ipv4');
}
/** Of IPv6 only what is given out for the open net; what holds an IPv4 address inside is none of it. */
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  special.addSubnet(net, prefix, 'ipv6');
}

/** Whether an IP address is on the open net: not this machine, not its own network, not a cloud's own service. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && open.check(address, 'ipv6') && !special.check(address, 'ipv6');
}
