import { type DateParts, datePartsIn, dayOf, type FieldError } from '../../kernel/html/index.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { InEach, Language } from '../../kernel/texts.ts';
import { type Holder, type IssueParts, numberOf } from './issue-mandate.ts';
import { type MandateSubjects, type Subject, type Template, templates } from './subjects.ts';
import { dayFault, type Wanted } from './terms.ts';
import { texts } from './texts/index.ts';

/** What was typed; a refused form keeps it. */
export type Typed = Readonly<
  Record<'name' | 'country' | 'number' | 'subject' | 'property' | 'level' | 'passOn', string>
> & {
  readonly from: DateParts;
  readonly to: DateParts;
};

export type FormModel = {
  readonly template: Template;
  /** The choices of the list, when the template has one. */
  readonly subjects: readonly Subject[];
};

export type Read =
  | { readonly kind: 'wanted'; readonly wanted: Wanted; readonly holder: Holder }
  | { readonly kind: 'faults'; readonly errors: readonly FieldError[] };

export function templateIn(text: string | undefined): Template | null {
  return templates.find((one) => one === text) ?? null;
}

/** @param body a form's fields, whatever they are */
export function typedIn(body: Readonly<Record<string, unknown>>): Typed {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim().slice(0, 200) : '');
  return {
    ...{ name: text('name'), country: text('country'), number: text('number'), subject: text('subject') },
    ...{ property: text('property'), level: text('level'), passOn: text('passOn') },
    ...{ from: datePartsIn(body, 'from'), to: datePartsIn(body, 'to') },
  };
}

export async function subjectsFor(
  scope: Scope,
  template: Template,
  from: MandateSubjects,
): Promise<readonly Subject[]> {
  if (template === 'authority') return from.authorities(scope);
  if (template === 'service') return from.services(scope);
  if (template === 'case') return from.cases(scope);
  if (template !== 'mail') return from.authorities(scope).then((all) => (template === 'property' ? all : []));
  const all = texts.sv.words.allAuthorities;
  const everybody: Subject = {
    value: 'all',
    name: { sv: all, fi: texts.fi.words.allAuthorities, en: texts.en.words.allAuthorities },
    reach: { kind: 'mail', authority: null },
  };
  const each = (await from.authorities(scope)).map(
    (one): Subject => ({
      ...one,
      reach: { kind: 'mail', authority: one.reach.kind === 'authority' ? one.reach.authority : null },
    }),
  );
  return [...each, everybody];
}

type Chosen = Pick<Wanted, 'reach' | 'subject'>;

function chosenIn({ template, subjects }: FormModel, typed: Typed): Chosen | null {
  if (template === 'everything') {
    const name: InEach<string> = {
      sv: texts.sv.words.everything,
      fi: texts.fi.words.everything,
      en: texts.en.words.everything,
    };
    return { reach: { kind: 'everything' }, subject: name };
  }
  const subject = subjects.find(({ value }) => value === typed.subject);
  if (!subject) return null;
  if (template !== 'property') return { reach: subject.reach, subject: subject.name };
  if (subject.reach.kind !== 'authority' || typed.property === '') return null;
  const { property } = typed;
  return {
    reach: { kind: 'property', authority: subject.reach.authority, property },
    subject: { sv: property, fi: property, en: property },
  };
}

/** What the form says, or what is wrong with it, field by field. */
export function readForm(scope: Scope, model: FormModel, typed: Typed, parts: IssueParts): Read {
  const t = texts[scope.language satisfies Language].create.errors;
  const errors: FieldError[] = [];
  const fault = (field: string, text: string) => errors.push({ field, text });
  const holder: Holder = {
    name: typed.name,
    number: typed.number,
    country: typed.country === 'SE' ? 'SE' : 'FI',
  };
  if (typed.name === '') fault('name', t.name);
  try {
    numberOf(scope, holder, parts);
  } catch {
    fault('number', t.number);
  }
  const chosen = chosenIn(model, typed);
  if (!chosen) {
    if (model.template === 'property' && typed.property === '') fault('property', t.property);
    else fault('subject', t.choose);
  }
  const isMail = model.template === 'mail';
  const level = typed.level === 'active' || typed.level === 'passive' ? typed.level : isMail ? 'passive' : null;
  if (!level) fault('level', t.level);
  if (typed.passOn !== 'yes' && typed.passOn !== 'no') fault('passOn', t.passOn);
  const [from, to] = [dayOf(typed.from), dayOf(typed.to)];
  if (typeof from === 'string') fault('from', t.day);
  if (typeof to === 'string') fault('to', t.day);
  if (typeof from !== 'string' && typeof to !== 'string') {
    const wrong = dayFault({ from, to }, scope.now);
    if (wrong) fault(wrong === 'from-past' ? 'from' : 'to', t[wrong]);
    if (errors.length === 0 && chosen && level) {
      const wanted: Wanted = { ...chosen, level, mayPassOn: typed.passOn === 'yes', from, to };
      return { kind: 'wanted', wanted, holder };
    }
  }
  return { kind: 'faults', errors };
}
