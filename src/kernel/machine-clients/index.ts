export { type Admitted, admitMachine } from './admit-machine.ts';
export { endClient, insertClient, type ListedClient, listClients, type MachineRight, machineRights } from './store.ts';
