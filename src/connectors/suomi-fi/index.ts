export { type SuomiFiOptions, suomiFi } from './suomi-fi.ts';
