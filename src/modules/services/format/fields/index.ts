import type { FieldKind } from '../definition.ts';
import { account } from './account.ts';
import { address } from './address.ts';
import { boolean } from './boolean.ts';
import { choice } from './choice.ts';
import { choices } from './choices.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import type { FieldType } from './field-type.ts';
import { file } from './file.ts';
import { group } from './group.ts';
import { info } from './info.ts';
import { longtext } from './longtext.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { organisation } from './organisation.ts';
import { phone } from './phone.ts';
import { registered } from './registered.ts';
import { text } from './text.ts';

/** Every kind of question there is. */
export const fieldTypes = {
  text,
  longtext,
  number,
  money,
  date,
  boolean,
  choice,
  choices,
  email,
  phone,
  address,
  organisation,
  account,
  file,
  group,
  info,
  registered,
} as const satisfies Record<FieldKind, FieldType>;
