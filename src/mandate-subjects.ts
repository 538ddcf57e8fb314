import type { AuthorityId } from './kernel/ids.ts';
import type { Scope } from './kernel/scope.ts';
import { languages } from './kernel/texts.ts';
import { readOwnCases } from './modules/cases/index.ts';
import { type Authority, allMunicipalities } from './modules/directory/index.ts';
import type { MandateSubjects, Subject } from './modules/mandates/index.ts';
import { adoptedServices, wordsOf } from './modules/services/index.ts';

const CASES_MOST = 100;

async function joined(scope: Scope): Promise<readonly Authority[]> {
  return (await allMunicipalities(scope)).filter(({ joinedAt }) => joinedAt !== null);
}

function same(name: string): Subject['name'] {
  return { sv: name, fi: name, en: name };
}

/** What a mandate can be for: who has joined, what they offer, and the person's own cases. */
export const mandateSubjects: MandateSubjects = {
  async authorities(scope) {
    return (await joined(scope)).map(({ id, name }) => ({
      value: String(id),
      name: same(name),
      reach: { kind: 'authority', authority: id },
    }));
  },
  async services(scope) {
    const found = (await joined(scope)).map(async ({ id, name }) => {
      const offered = (await adoptedServices(scope, id)).filter(({ withheld }) => withheld.length === 0);
      return offered.map(({ service, definition, texts }): Subject => {
        const [sv, fi, en] = languages.map((one) => `${wordsOf(definition, texts, one).of('title')}, ${name}`);
        return {
          value: `${id}/${service}`,
          name: { sv: sv ?? name, fi: fi ?? name, en: en ?? name },
          reach: { kind: 'service', authority: id, service },
        };
      });
    });
    return (await Promise.all(found)).flat();
  },
  async cases(scope) {
    const { cases } = await readOwnCases(scope, { most: CASES_MOST });
    return cases.map(({ authority, case: id, diaryNumber, title, authorityName }) => ({
      value: `${authority}/${id}`,
      name: same(`${diaryNumber}: ${title}, ${authorityName}`),
      reach: { kind: 'case', authority: authority as AuthorityId, case: id },
    }));
  },
};
