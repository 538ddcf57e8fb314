export { type Admitted, admitMachine } from './admit-machine.ts';
export { keyHeader, machineConfig, machineDoor } from './machine-door.ts';
export { endClient, insertClient, type ListedClient, listClients, type MachineRight, machineRights } from './store.ts';
