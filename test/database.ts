import { afterAll, beforeAll, inject } from 'vitest';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import { makePools, type Pools, type PoolUrls } from '../src/kernel/database/pools.ts';
import { forgetAll } from '../src/kernel/kept.ts';
import { type MakeScope, type MayAct, scopeMaker } from '../src/kernel/scope.ts';
import { everybodyMay } from './everybody-may.ts';

export type TestDatabase = {
  /** The owner's connection string. */
  readonly url: string;
  readonly urls: PoolUrls;
  readonly pools: Pools;
  /** Makes a scope; whether it may act is asked of the `mayAct` that `database` was given. */
  readonly scopes: MakeScope;
  /** A statement as the owner, whom no policy holds: for what a test plants and looks at. */
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
};

/** A database of this test file's own, cloned from the migrated template (30 ms). Read its members inside tests. */
export function database(mayAct: MayAct = everybodyMay): TestDatabase {
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`;
  let held: (TestDatabase & { end(): Promise<void> }) | undefined;
  function made(): TestDatabase {
    if (!held) throw new Error('the database is there when the tests run: read it inside test, beforeAll or afterAll');
    return held;
  }

  beforeAll(async () => {
    const { owner, logins } = inject('postgres');
    forgetAll(); // the files of a worker follow each other in one process
    await asAdmin(`create database ${name} template ${new URL(owner).pathname.slice(1)} strategy wal_log`);
    const urls = { official: at(logins.official), resident: at(logins.resident), worker: at(logins.worker) };
    const pools = makePools(urls, 4);
    const connection = await connectAsOwner(at(owner));
    held = {
      url: at(owner),
      urls,
      pools,
      scopes: scopeMaker(pools, mayAct),
      sql: async (text, values = []) => (await connection.query(text, [...values])).rows,
      end: async () => {
        await Promise.all([connection.end(), pools.end()]);
      },
    };
  });
  afterAll(async () => {
    await held?.end();
    await asAdmin(`drop database if exists ${name} with (force)`);
  });

  function at(url: string): string {
    return Object.assign(new URL(url), { pathname: name }).href;
  }
  return {
    get url() {
      return made().url;
    },
    get urls() {
      return made().urls;
    },
    get pools() {
      return made().pools;
    },
    get scopes() {
      return made().scopes;
    },
    sql: (text, values) => made().sql(text, values),
  };
}

/** From the maintenance database: a template is cloned only while nobody is connected to it. */
async function asAdmin(statement: string): Promise<void> {
  const admin = await connectAsOwner(Object.assign(new URL(inject('postgres').owner), { pathname: 'postgres' }).href);
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
