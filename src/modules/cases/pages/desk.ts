import type { FieldError } from '../../../kernel/html/index.ts';
import type { HandledCase } from '../handled-case.ts';
import type { Revealed } from './reveal-form.tsx';

/** What was typed into which form, when it was refused. */
export type Kept = { readonly form: string; readonly values: Readonly<Record<string, string>> };

export type HandledCasePageProps = {
  readonly view: HandledCase;
  /** Made anew for each showing of the page. */
  readonly transaction: string;
  readonly done?: boolean | undefined;
  /** The page was stale: what it had not seen begins after this number. */
  readonly staleSince?: number | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly kept?: Kept | undefined;
  readonly revealed?: Revealed | undefined;
};
