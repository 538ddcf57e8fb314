import { type DateParts, datePartsIn, dayOf, type FieldError } from '../../../kernel/html/index.ts';
import { type InEach, type Language, languages } from '../../../kernel/texts.ts';
import { type Ball, balls, type NormalStatus, normalStatuses } from '../item.ts';
import { type CodeKind, isOfStatus, type Said } from './meaning.ts';
import { texts } from './texts/index.ts';

/** What stands in the form, as it was typed. */
export type Typed = {
  readonly how: 'ours' | 'own';
  readonly words: InEach<string>;
  readonly normal: string;
  /** A ball, or `source`. */
  readonly ball: string;
  readonly from: DateParts | Temporal.PlainDate;
};

export const askTheSource = 'source';
const LONGEST = 100;

export function typedFrom(body: Readonly<Record<string, unknown>>): Typed {
  const text = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    how: text('hur') === 'own' ? 'own' : 'ours',
    words: { sv: text('ord-sv'), fi: text('ord-fi'), en: text('ord-en') },
    ...{ normal: text('lage'), ball: text('tur'), from: datePartsIn(body, 'fran') },
  };
}

/** What holds now, to be changed; nothing of a code that nobody has said anything of. */
export function typedOf(said: Pick<Said, 'meaning'> | null, today: Temporal.PlainDate): Typed {
  const meaning = said?.meaning ?? null;
  const status = isOfStatus(meaning) ? meaning : null;
  return {
    how: said !== null && meaning === null ? 'own' : 'ours',
    words: meaning?.words ?? { sv: '', fi: '', en: '' },
    normal: status?.normal ?? 'in-progress',
    ball: status?.ball ?? askTheSource,
    from: today,
  };
}

export type Read =
  | { readonly errors: readonly FieldError[] }
  | { readonly meaning: Said['meaning']; readonly from: Temporal.PlainDate };

/** What was said, or what is wrong with it. What has been shown on days that have gone is not said otherwise now. */
export function readTyped(typed: Typed, kind: CodeKind, today: Temporal.PlainDate, language: Language): Read {
  const t = texts[language].form;
  const errors: FieldError[] = [];
  const from = typed.from instanceof Temporal.PlainDate ? typed.from : dayOf(typed.from);
  const isDay = from instanceof Temporal.PlainDate;
  if (!isDay || Temporal.PlainDate.compare(from, today) < 0) errors.push({ field: 'fran', text: t.fromWrong });
  if (typed.how === 'own') return isDay && errors.length === 0 ? { meaning: null, from } : { errors };

  for (const one of languages) {
    const words = typed.words[one];
    if (words === '' || words.length > LONGEST)
      errors.unshift({ field: `ord-${one}`, text: t.wordsWrong[one](LONGEST) });
  }
  errors.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  const normal = normalStatuses.find((known) => known === typed.normal);
  const ball: Ball | undefined = balls.find((known) => known === typed.ball);
  if (errors.length > 0 || !isDay) return { errors };
  if (kind === 'type') return { meaning: { words: typed.words }, from };
  const status: NormalStatus = normal ?? 'other';
  return { meaning: { words: typed.words, normal: status, ball: ball ?? null }, from };
}

const order = [...languages.map((one) => `ord-${one}`), 'fran'];
