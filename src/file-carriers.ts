import { httpsDelivery } from './connectors/https-delivery/index.ts';
import { sftpCollector, sftpDelivery } from './connectors/sftp/index.ts';
import type { FileStore } from './kernel/files/index.ts';
import type { Subscription } from './kernel/jobs/subscription.ts';
import type { Secrets } from './kernel/secrets.ts';
import * as exchange from './modules/exchange/index.ts';
import * as payments from './modules/payments/index.ts';

export type FileCarriersParts = {
  readonly files: FileStore;
  readonly secrets: Secrets;
  readonly pushCarrier: Parameters<typeof exchange.pushSubscriptions>[0]['carrier'];
  readonly production: boolean;
};

/** What goes to others' systems and what is fetched there: by which protocol, and who takes what comes. */
export function fileCarriers({ files, secrets, pushCarrier, production }: FileCarriersParts): readonly Subscription[] {
  return [
    ...exchange.pushSubscriptions({ secrets, carrier: pushCarrier }),
    ...exchange.deliverySubscriptions({
      ...{ files, secrets },
      carrier: exchange.deliveryBy(sftpDelivery({ production }), httpsDelivery({ production })),
    }),
    ...exchange.fetchSubscriptions({
      ...{ secrets, collector: sftpCollector({ production }) },
      takers: {
        'bank-answer': async (tx, scope, authority, bytes) =>
          (await payments.takeAnswerIn(tx, scope, { authority, task: 'payroll', bytes })).id,
      },
    }),
  ];
}
