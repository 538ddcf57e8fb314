export { zgwSource } from './zgw-source.ts';
