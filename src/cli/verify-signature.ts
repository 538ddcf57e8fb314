import { readFileSync } from 'node:fs';
import { StartProblem } from '../kernel/start-problem.ts';
import { type Command, positions, result, UsageProblem } from './command.ts';

const TIMEOUT_MS = 10_000;

export const verifySignature: Command = {
  usage: 'signature verify FILE --jwks URL|FILE',
  summary: 'verify a downloaded file of evidence',
  help: `FILE is evidence from a page of Skriv under (bevis-….json). The keys are the house's published ones: take them from its
own address, https://…/.well-known/jwks.json, or from a copy that you trust; never from where the file says. Needs no
database. Ends with 0 when everything holds, else with 1 and what does not.`,
  async run(args) {
    const at = args.indexOf('--jwks');
    const from = at < 0 ? undefined : args[at + 1];
    if (from === undefined) throw new UsageProblem();
    const [file = ''] = positions(args.toSpliced(at, 2), 1);
    const { EvidenceProblem, verifyEvidence } = await import('../modules/signing/index.ts');
    const keys = asJson(await textOf(from), from) as Parameters<typeof verifyEvidence>[1];
    const evidence = asJson(textIn(file), file);
    const verified = await verifyEvidence(evidence, keys).catch((error: unknown) => {
      if (!(error instanceof EvidenceProblem)) throw error;
      throw new StartProblem(`The evidence does not hold: ${error.message}.`);
    });
    result(`${verified.title}\nSHA-256 ${verified.digest}`);
    for (const { place, of, statement, token } of verified.signatures) {
      const { signer, onBehalfOf, signedAt, electronicId } = statement;
      const who = `${signer.name ?? 'somebody with a protected identity'}${onBehalfOf ? ` for ${onBehalfOf.name ?? onBehalfOf.party}` : ''}`;
      const eid = `${electronicId.issuer}, ${electronicId.assurance}${token === 'agrees' ? ', its own token agrees' : ''}`;
      result(`${place} of ${of}: ${who}, ${signedAt} (${eid})`);
    }
    result(verified.complete ? 'Everybody who was asked has signed.' : 'Not everybody who was asked is in the file.');
  },
};

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartProblem(`${file} can not be read.`, error);
  }
}

async function textOf(from: string): Promise<string> {
  if (!/^https?:/.test(from)) return textIn(from);
  try {
    const answer = await fetch(from, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.ok) return await answer.text();
  } catch (error) {
    throw new StartProblem(`${from} does not answer.`, error);
  }
  throw new StartProblem(`${from} shows no keys.`);
}

function asJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StartProblem(`${name} is not JSON.`, error);
  }
}
