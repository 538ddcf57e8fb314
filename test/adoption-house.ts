import { makeApp } from '../src/app.ts';
import type { Role, RoleGrant } from '../src/kernel/authority.ts';
import { makeFileIntake, makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelTexts } from '../src/kernel/http/refusal-texts.ts';
import { type AuthorityId, newId } from '../src/kernel/ids.ts';
import { checkParameters } from '../src/kernel/parameters/load-parameters.ts';
import { parameterUnits } from '../src/kernel/parameters/parameter.ts';
import { refusalTexts as casesTexts } from '../src/modules/cases/index.ts';
import { refusalTexts as directoryTexts } from '../src/modules/directory/index.ts';
import { operatorServiceRoutes, refusalTexts, servicesRoutes } from '../src/modules/services/index.ts';
import { type CaseWorld, kokar, sottunga } from './case-world.ts';
import { noRegisters } from './no-registers.ts';

function grant(role: Role, authority: AuthorityId): RoleGrant {
  return {
    ...{ id: newId(), role, employer: authority, authority, unit: null },
    tasks: [],
    rights: [],
    agreement: null,
  };
}
const people: Readonly<Record<string, readonly RoleGrant[]>> = {
  maja: [grant('administrator', sottunga)],
  other: [grant('administrator', kokar)],
  officer: [grant('case-officer', sottunga)],
  operator: [grant('operator', 9000001 as AuthorityId)],
  anna: [],
};

/** The services' pages, where the cookie says who one is: the subject is the services, not the sign-in. */
export async function adoptionHouse({ db, anna, karin }: CaseWorld, baseUrl = 'http://127.0.0.1:3000'): Promise<App> {
  function sessionOf(token: string): SessionFacts | null {
    const grants = people[token];
    if (!grants) return null;
    const party = token === 'anna' ? anna.party : karin.party;
    return {
      session: token,
      party,
      name: token === 'maja' ? 'Maja Ek' : token,
      assurance: 'high',
      language: 'sv',
      grants,
    };
  }

  const files = makeFileStore('/nonexistent');
  const source = { from: '2026-01-01', to: null, value: 1, source: 'test', sourceDate: '2026-01-01' };
  const rows = Object.entries(parameterUnits).map(([key, unit], n) => ({
    ...{ key, unit, ...source },
    status: n === 0 ? 'unverified' : 'verified',
  }));
  return makeApp(
    {
      ...{ baseUrl, version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async (token) => sessionOf(token),
      makeScope: db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelTexts, ...directoryTexts, ...casesTexts, ...refusalTexts },
      healthPool: db.pools.resident,
      routes: [
        (room) => servicesRoutes(room, { ...noRegisters, intake: makeFileIntake(files), files }),
        (room) => operatorServiceRoutes(room, { parameters: checkParameters(rows, true) }),
      ],
    },
  );
}
