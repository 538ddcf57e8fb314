import type { DateParts, FieldError } from '../../../kernel/html/index.ts';
import type { Typed } from '../form.ts';
import type { FormModel } from '../form-model.ts';

export type WriteProps = {
  readonly model: FormModel;
  readonly typed: Partial<Omit<Typed, 'from' | 'to'>> & {
    readonly from: DateParts | Temporal.PlainDate;
    readonly to: DateParts | Temporal.PlainDate;
  };
  readonly errors: readonly FieldError[];
};
