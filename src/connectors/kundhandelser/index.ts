export { kundhandelserSource } from './kundhandelser-source.ts';
