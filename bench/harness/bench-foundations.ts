import type { Foundations } from '../../src/foundations.ts';
import { readConfig } from '../../src/kernel/config/config.ts';
import { makeLog } from '../../src/kernel/log.ts';
import type { BenchDatabase } from './bench-database.ts';

/** What the real wiring stands on, over a bench's own database; there is no e-ID and no mail server. */
export function benchFoundations(db: BenchDatabase): Foundations {
  const config = readConfig({ DATA_FOLDER: db.folder, DEMO: 'no', LOG_LEVEL: 'warn' });
  return {
    config,
    log: makeLog(config.logLevel),
    ownerUrl: db.url,
    urls: db.urls,
    pools: db.pools,
    secrets: db.secrets,
    formSecret: 'bench',
    oidc: null,
    smtpUrl: null,
    receivedMail: null,
    registers: config.registers,
    caseSystems: config.caseSystems,
    mandateRegisters: config.mandateRegisters,
    fallbackFolder: undefined,
    stop: () => db.stop(),
  };
}
