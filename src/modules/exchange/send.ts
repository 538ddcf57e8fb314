import './events.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { derivedId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { DeliveryKey } from './delivery.ts';
import { insertDelivery, type Order } from './store/deliveries.ts';

/**
 * Has a file delivered when the transaction is committed. The same name to the same destination is the same delivery, so
 * a job that runs again sends nothing twice.
 */
export async function send(tx: Tx, scope: Scope, order: Omit<Order, 'delivery'>): Promise<DeliveryKey> {
  const { authority, destination, name } = order;
  const delivery = derivedId<string>('exchange.delivery', `${authority}`, destination, name);
  if (await insertDelivery(tx, { ...order, delivery }, scope.now)) {
    await scope.publish(tx, {
      kind: 'exchange.delivery-asked',
      authorities: [authority],
      parties: [],
      authority,
      delivery,
    });
  }
  return { authority, delivery };
}
