import type { Running } from '../start.ts';

/** What a start says: where, who can sign in and as what, where sent mail is read, and where the data lies. */
export function welcome({ address, foundations, standIns }: Running): string {
  const { config, fallbackFolder, receivedMail } = foundations;
  const { registers } = standIns;
  const lines = ['', `Allmänning is ready at ${config.baseUrl}${config.production ? ` (listens on ${address})` : ''}`];
  if (standIns.persons.length > 0) {
    lines.push('', 'Sign in with the test e-ID as one of its made-up persons:');
    const width = Math.max(...standIns.persons.map(({ name }) => name.length));
    for (const { name, note } of standIns.persons) lines.push(`  ${name.padEnd(width)}  ${note}`);
  }
  if (receivedMail) lines.push('', `Sent mail is read at ${config.baseUrl}/utveckling/utskick`);
  if (Object.values(registers).some((url) => url !== null)) {
    lines.push(`The made-up registers are made slow, silent or wrong at ${config.baseUrl}/utveckling/register`);
  }
  lines.push('', `Data: ${config.databaseUrl ? 'the PostgreSQL of DATABASE_URL, and ' : ''}${config.dataFolder}`);
  if (fallbackFolder) {
    lines.push(`The database lies in ${fallbackFolder}, since PostgreSQL's user can not reach the data folder.`);
  }
  lines.push('Stop with Ctrl-C.', '');
  return lines.join('\n');
}
