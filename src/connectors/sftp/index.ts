export { sftpCollector } from './sftp-collect.ts';
export { makeSftpKeyPair, sftpDelivery } from './sftp-delivery.ts';
