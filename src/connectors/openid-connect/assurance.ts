import type { Assurance } from '../../kernel/authority.ts';

/** Levels as the brokers of the three countries name them; what is not here is `low`. */
const levels: Readonly<Record<string, Assurance>> = {
  // Commission Implementing Regulation (EU) 2015/1502
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
  // Sweden, DIGG: tillitsnivå 3 and 4 (the Swedish e-ID framework)
  'http://id.elegnamnden.se/loa/1.0/loa3': 'substantial',
  'http://id.elegnamnden.se/loa/1.0/loa4': 'high',
  // Finnish Trust Network, Traficom 213/2023: level 2 is substantial, 3 is high
  'http://ftn.ficora.fi/2017/loa2': 'substantial',
  'http://ftn.ficora.fi/2017/loa3': 'high',
};

export function assuranceOf(acr: unknown): Assurance {
  return (typeof acr === 'string' && Object.hasOwn(levels, acr) ? levels[acr] : undefined) ?? 'low';
}
