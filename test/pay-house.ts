import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { Right, RoleGrant, Task } from '../src/kernel/authority.ts';
import { type FileStore, makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts } from '../src/kernel/http/refusal-texts.ts';
import { type AuthorityId, derivedId, type PartyId } from '../src/kernel/ids.ts';
import { revealer } from '../src/modules/identity/index.ts';
import { auditRoutes, reportRefusalTexts, reportRoutes, reportSubscriptions } from '../src/modules/payroll/index.ts';
import { type PayWorld, payWorld, secrets, sottunga, sundsvall } from './pay-world.ts';

export type Answered = Awaited<ReturnType<App['inject']>>;

export type PayHouse = {
  readonly world: PayWorld;
  readonly files: FileStore;
  get(url: string, who: string): Promise<Answered>;
  /** Sends a form as the page has it, whether or not the page was shown. */
  post(url: string, who: string, fields?: Readonly<Record<string, string>>): Promise<Answered>;
  /** Has the jobs do what is asked for. */
  settle(): Promise<void>;
};

const tasksOf: Readonly<Record<string, readonly [AuthorityId, Task, readonly Right[]]>> = {
  officer: [sottunga, 'payroll', []],
  trusted: [sottunga, 'payroll', ['protected-identity']],
  auditor: [sottunga, 'payroll-audit', []],
  manager: [sottunga, 'payroll-time', []],
  sundsvall: [sundsvall, 'payroll', []],
  other: [sottunga, 'dialogue', []],
};

/** Whose name the cookie says: the subjects here are reports, not the sign-in. */
function sessionOf(token: string): SessionFacts | null {
  const found = tasksOf[token];
  if (!found) return null;
  const [authority, task, rights] = found;
  const grant: RoleGrant = {
    ...{ id: token, role: 'case-officer', employer: authority, authority, unit: null, tasks: [task], rights },
    agreement: null,
  };
  const party = derivedId<PartyId>('pay-house', token);
  return { session: token, party, name: token, assurance: 'high', language: 'sv', grants: [grant] };
}

/** The pages of reports with two employers and their jobs. */
export function payHouse(): PayHouse {
  const world = payWorld();
  let app: App;
  let folder = '';
  const files = () => makeFileStore(folder);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pay-'));
    app = await makeApp(
      {
        ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
        ...{ metricsToken: null, rateLimits: false, logger: false },
      },
      {
        ...{ findSession: async (token: string) => sessionOf(token), makeScope: world.db.scopes },
        ...{ officialAssurance: 'high', refusalTexts: { ...refusalTexts, ...reportRefusalTexts } },
        ...{ healthPool: world.db.pools.resident },
        routes: [(room: App) => reportRoutes(room, { files: files() }), auditRoutes],
      },
    );
  });
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const get = (url: string, who: string) => app.inject({ url, cookies: { session: who } });
  return {
    world,
    get files() {
      return files();
    },
    get,
    async post(url, who, fields = {}) {
      const page = await get('/lon/sottunga/uppgifter', who);
      const cookies: Record<string, string> = { session: who };
      for (const { name, value } of page.cookies) cookies[name] = value;
      const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const payload = new URLSearchParams({ ...fields, _csrf: csrf }).toString();
      return app.inject({ method: 'POST', url, cookies, headers, payload });
    },
    settle: () => world.settle(reportSubscriptions({ files: files(), reveal: revealer(secrets), production: false })),
  };
}
