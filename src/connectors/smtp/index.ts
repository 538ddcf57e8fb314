export { type SmtpOptions, smtpTransport } from './smtp-transport.ts';
