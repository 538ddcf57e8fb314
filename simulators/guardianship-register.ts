/**
 * A register of god män and förvaltare with made-up persons, never in production: see register-program.ts.
 * `POST /guardianships-of`. A change is of every guardianship in which `number` is the principal; one that is new has the
 * keys of the data file, and replaces them.
 */
import list from './guardianship-register.json' with { type: 'json' };
import { serveRegister } from './register-program.ts';
import { namesOf } from './registered-names.ts';

type Entry = { principal: string; guardian: string };

function fromFile(): Entry[] {
  return structuredClone(list.guardianships);
}

let guardianships = fromFile();

await serveRegister({
  paths: {
    'guardianships-of': {
      answer(number) {
        const found = guardianships.filter((one) => one.principal === number || one.guardian === number);
        return {
          guardianships: found.map((one) => ({
            ...one,
            principal: namesOf(one.principal),
            guardian: namesOf(one.guardian),
          })),
        };
      },
      spoil(good, how) {
        const { guardianships: several } = good as { guardianships: object[] };
        const change = how === 'unknown-type' ? { kind: 'regent' } : { from: '2025-01-01', to: '2020-01-01' };
        return { ...good, guardianships: several.map((one) => ({ ...one, ...change })) };
      },
    },
  },
  change(number, set) {
    const known = guardianships.some((one) => one.principal === number);
    guardianships = known
      ? guardianships.map((one) => (one.principal === number ? { ...one, ...set } : one))
      : [...guardianships, { guardian: '', ...set, principal: number }];
    return true;
  },
  reset() {
    guardianships = fromFile();
  },
});
