/** The simulators for tests inside `src`, which imports none of them. */
export { type Simulator, startSimulator } from '../simulators/start.ts';
export { type TestPerson, testPerson, testPersons } from '../simulators/test-persons.ts';
