export { type MinaOmbudOptions, minaOmbud } from './mina-ombud.ts';
