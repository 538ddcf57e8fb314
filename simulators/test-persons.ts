import list from './test-persons.json' with { type: 'json' };

/** Somebody who can sign in with the test e-ID; made up, on a number that no living person has. */
export type TestPerson = {
  /** How the demo world and the tests name the person; also the subject that the e-ID answers with. */
  readonly sub: string;
  readonly name: string;
  readonly country: 'SE' | 'FI';
  /** Personnummer with twelve digits, or henkilötunnus. */
  readonly number: string;
  readonly language: 'sv' | 'fi' | 'en';
  /** Who this is in the demo world, in Swedish: shown beside the name on the sign-in page. */
  readonly note: string;
};

export const testPersons = list.persons as readonly TestPerson[]; // the file's literals are wider than the unions

export function testPerson(sub: string): TestPerson {
  const person = testPersons.find((one) => one.sub === sub);
  if (!person) throw new Error(`no test person is called ${sub}`);
  return person;
}
