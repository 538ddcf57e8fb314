import { hkdfSync } from 'node:crypto';
import type { CaseSystems, Config, Oidc, RegisterUrls } from './kernel/config/config.ts';
import { dataKey } from './kernel/config/data-key.ts';
import type { MandateRegisters } from './kernel/config/mandate-registers.ts';
import { type OpenOptions, openDatabase } from './kernel/database/open.ts';
import { connectAsOwner } from './kernel/database/owner.ts';
import { makePools, type Pools, type PoolUrls } from './kernel/database/pools.ts';
import { type Log, makeLog } from './kernel/log.ts';
import type { Secrets } from './kernel/secrets.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { shipAuthorities } from './modules/directory/index.ts';
import { shipServices } from './modules/services/index.ts';
import { shipSignatureKey } from './modules/signing/index.ts';
import { noStandIns, type StandIns } from './stand-ins.ts';

/** What the wiring stands on: a migrated database with its pools, the secrets, and who else is there. */
export type Foundations = {
  readonly config: Config;
  readonly log: Log;
  readonly ownerUrl: string;
  readonly urls: PoolUrls;
  readonly pools: Pools;
  readonly secrets: Secrets;
  /** Signs the tokens of forms; the same in all processes and after a restart. */
  readonly formSecret: string;
  /** Null in a command without a server: nobody signs in then. */
  readonly oidc: Oidc | null;
  readonly smtpUrl: string | null;
  readonly receivedMail: string | null;
  readonly registers: RegisterUrls;
  /** How long a register is waited for, in milliseconds, when it is not as long as usual. */
  readonly registerPatience?: number;
  readonly caseSystems: CaseSystems;
  readonly mandateRegisters: MandateRegisters;
  /** The folder outside the data folder that the embedded database lies in, when it must. */
  readonly fallbackFolder: string | undefined;
  stop(): Promise<void>;
};

/**
 * Opens and migrates the database, brings the facts that ship, and makes the pools.
 * @throws StartProblem
 */
export async function layFoundations(
  config: Config,
  standIns: StandIns = noStandIns,
  options: OpenOptions = {},
): Promise<Foundations> {
  const database = await openDatabase(config, options);
  try {
    await ship(database.ownerUrl, config.production, database.secrets);
  } catch (error) {
    await database.stop();
    throw error;
  }
  const pools = makePools(database.urls);
  return {
    config,
    log: makeLog(config.logLevel),
    ownerUrl: database.ownerUrl,
    urls: database.urls,
    pools,
    secrets: database.secrets,
    formSecret: Buffer.from(hkdfSync('sha256', dataKey(config), '', 'allmanning/forms', 32)).toString('base64url'),
    oidc: config.oidc ?? standIns.oidc,
    smtpUrl: config.smtpUrl ?? standIns.smtpUrl,
    receivedMail: standIns.receivedMail,
    caseSystems: {
      kundhandelser: config.caseSystems.kundhandelser ?? standIns.caseSystems.kundhandelser,
      zgw: config.caseSystems.zgw ?? standIns.caseSystems.zgw,
    },
    mandateRegisters: {
      minaOmbud: config.mandateRegisters.minaOmbud ?? standIns.mandateRegisters.minaOmbud,
      suomiFi: config.mandateRegisters.suomiFi ?? standIns.mandateRegisters.suomiFi,
    },
    registers: {
      population: config.registers.population ?? standIns.registers.population,
      company: config.registers.company ?? standIns.registers.company,
      guardianship: config.registers.guardianship ?? standIns.registers.guardianship,
    },
    fallbackFolder: database.fallbackFolder,
    async stop() {
      await pools.end();
      await database.stop();
    },
  };
}

async function ship(ownerUrl: string, production: boolean, secrets: Secrets): Promise<void> {
  const owner = await connectAsOwner(ownerUrl);
  try {
    const { rowCount } = await owner.query('select from kernel.world');
    if (production && rowCount) {
      throw new StartProblem('Production refuses a database that holds demo data: start with an empty one.');
    }
    // Never taken back: a command that somebody runs without NODE_ENV loosens nothing.
    if (production) {
      await owner.query('update kernel.installation set production_since = now() where production_since is null');
    }
    await shipAuthorities(owner);
    await shipServices(owner);
    await shipSignatureKey(owner, secrets);
  } finally {
    await owner.end();
  }
}
