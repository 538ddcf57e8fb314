export { makeSftpKeyPair, sftpDelivery } from './sftp-delivery.ts';
