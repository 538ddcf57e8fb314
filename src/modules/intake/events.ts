import type { AuthorityId } from '../../kernel/ids.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** A file has come and is to be read; also when a row of it has been mended. */
    'intake.file-came': { readonly authority: AuthorityId; readonly file: string };
    /** Every row of a file is taken, unchanged or in quarantine; or the file could not be read. */
    'intake.file-settled': { readonly authority: AuthorityId; readonly file: string };
  }
}
