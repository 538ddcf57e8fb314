/**
 * A company register with made-up organisations, never in production: see register-program.ts. `POST /organisation`,
 * `POST /organisations-of` (a person's number).
 */
import list from './company-register.json' with { type: 'json' };
import { serveRegister } from './register-program.ts';
import { namesOf } from './registered-names.ts';

type Organisation = {
  number: string;
  signatories: readonly { readonly number: string; readonly role: string }[];
  signingRule: readonly object[];
};

function fromFile(): Organisation[] {
  return structuredClone(list.organisations) as Organisation[]; // the file's literals are narrower than the type
}

let organisations = fromFile();

function written(organisation: Organisation): object {
  return { ...organisation, signatories: organisation.signatories.map((one) => ({ ...one, ...namesOf(one.number) })) };
}

function spoiled(organisation: object, how: 'contradictory' | 'unknown-type'): object {
  if (how === 'unknown-type') return { ...organisation, status: 'sleeping' };
  return { ...organisation, signingRule: [{ anyOf: ['010190-900P'], count: 2 }] };
}

await serveRegister({
  paths: {
    organisation: {
      answer(number) {
        const found = organisations.find((one) => one.number === number);
        return { organisation: found ? written(found) : null };
      },
      spoil(good, how) {
        const { organisation } = good as { organisation: object | null };
        return { ...good, organisation: organisation && spoiled(organisation, how) };
      },
    },
    'organisations-of': {
      answer(number) {
        const found = organisations.filter((one) => one.signatories.some((signatory) => signatory.number === number));
        return { organisations: found.map(written) };
      },
      spoil(good, how) {
        const { organisations: several } = good as { organisations: object[] };
        return { ...good, organisations: several.map((one) => spoiled(one, how)) };
      },
    },
  },
  change(number, set) {
    const known = organisations.some((one) => one.number === number);
    organisations = organisations.map((one) => (one.number === number ? { ...one, ...set } : one));
    return known;
  },
  reset() {
    organisations = fromFile();
  },
});
