export { type Admitted, admitMachine } from './admit-machine.ts';
export { endClient, insertClient, type ListedClient, listClients } from './store.ts';
