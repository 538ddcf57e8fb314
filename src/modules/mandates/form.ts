import { dateIn } from '../../kernel/calendar/format.ts';
import { type DateParts, datePartsIn, dayOf, type FieldError } from '../../kernel/html/index.ts';
import { type Identifier, isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { InEach } from '../../kernel/texts.ts';
import type { FormModel } from './form-model.ts';
import { type Holder, type IssueParts, type Jointly, numberOf } from './issue-mandate.ts';
import { isOfAge } from './of-age.ts';
import { isRuleMet } from './signing-rule.ts';
import { type MandateSubjects, type Subject, type Template, templates } from './subjects.ts';
import { dayFault, signingDaysOf, type Wanted } from './terms.ts';
import { texts } from './texts/index.ts';
import { writeTexts } from './write-texts/index.ts';

export type TypedPerson = Readonly<Record<'name' | 'country' | 'number', string>>;

/** What was typed; a refused form keeps it. */
export type Typed = Readonly<
  Record<'subject' | 'property' | 'level' | 'passOn' | 'order' | 'days' | 'toMe', string>
> & {
  /** Who gets it; of a request who gives it. */
  readonly holders: readonly TypedPerson[];
  /** Who gives it beside the writer. */
  readonly alsoFrom: readonly TypedPerson[];
  /** Who signs for the organisation. */
  readonly chosen: readonly string[];
  readonly from: DateParts;
  readonly to: DateParts;
};

export const HOLDERS_MOST = 5;
export const ALSO_MOST = 4;

export type Filled = { readonly wanted: Wanted; readonly holders: readonly Holder[]; readonly jointly: Jointly };
export type Read =
  | ({ readonly kind: 'filled' } & Filled)
  | { readonly kind: 'faults'; readonly errors: readonly FieldError[] };

export function templateIn(text: unknown): Template | null {
  return templates.find((one) => one === text) ?? null;
}

type Body = Readonly<Record<string, unknown>>;

/** @param body a form's fields, whatever they are */
export function typedIn(body: Body): Typed {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim().slice(0, 200) : '');
  const persons = (list: string, least: number, most: number) => {
    const numbers = Object.keys(body).flatMap((name) =>
      name.startsWith(`${list}.`) ? [Number(name.split('.')[1])] : [],
    );
    const length = Math.min(most, Math.max(least, ...numbers.filter(Number.isInteger).map((one) => one + 1)));
    return Array.from({ length }, (_, index): TypedPerson => {
      const field = (name: string) => text(`${list}.${index}.${name}`);
      return { name: field('name'), country: field('country'), number: field('number') };
    });
  };
  const { chosen } = body;
  return {
    ...{ subject: text('subject'), property: text('property'), level: text('level'), passOn: text('passOn') },
    ...{ order: text('order'), days: text('days'), toMe: text('toMe') },
    ...{ holders: persons('holders', 1, HOLDERS_MOST), alsoFrom: persons('alsoFrom', 0, ALSO_MOST) },
    chosen: (Array.isArray(chosen) ? chosen : [chosen]).filter((one) => typeof one === 'string'),
    ...{ from: datePartsIn(body, 'from'), to: datePartsIn(body, 'to') },
  };
}

const nobody: TypedPerson = { name: '', country: '', number: '' };

/** One more or one fewer, by the button that was pressed; null when it was another. */
export function rearranged(typed: Typed, action: unknown): Typed | null {
  const [verb, list, index] = typeof action === 'string' ? action.split(':') : [];
  if (list !== 'holders' && list !== 'alsoFrom') return null;
  if (verb === 'add') return { ...typed, [list]: [...typed[list], nobody] };
  return verb === 'remove' ? { ...typed, [list]: typed[list].toSpliced(Number(index), 1) } : null;
}

export async function subjectsFor(
  scope: Scope,
  template: Template,
  from: MandateSubjects,
): Promise<readonly Subject[]> {
  if (template === 'authority' || template === 'property') return from.authorities(scope);
  if (template === 'service') return from.services(scope);
  if (template === 'case') return from.cases(scope);
  if (template !== 'mail') return [];
  const name = eachLanguage(({ words }) => words.allAuthorities);
  const everybody: Subject = { value: 'all', name, reach: { kind: 'mail', authority: null } };
  const each = (await from.authorities(scope)).map(
    (one): Subject => ({
      ...one,
      reach: { kind: 'mail', authority: one.reach.kind === 'authority' ? one.reach.authority : null },
    }),
  );
  return [...each, everybody];
}

function eachLanguage(of: (language: typeof texts.sv) => string): InEach<string> {
  return { sv: of(texts.sv), fi: of(texts.fi), en: of(texts.en) };
}

type Chosen = Pick<Wanted, 'reach' | 'subject'>;

function chosenIn({ template, subjects }: FormModel, typed: Typed): Chosen | null {
  if (template === 'everything') {
    return { reach: { kind: 'everything' }, subject: eachLanguage(({ words }) => words.everything) };
  }
  const subject = subjects.find(({ value }) => value === typed.subject);
  if (!subject) return null;
  if (template !== 'property') return { reach: subject.reach, subject: subject.name };
  const { reach } = subject;
  if ((reach.kind !== 'authority' && reach.kind !== 'property') || typed.property === '') return null;
  const { property } = typed;
  return {
    reach: { kind: 'property', authority: reach.authority, property },
    subject: { sv: property, fi: property, en: property },
  };
}

/** What the form says, or what is wrong with it, field by field. */
export function readForm(scope: Scope, model: FormModel, typed: Typed, parts: IssueParts): Read {
  const t = texts[scope.language].create.errors;
  const errors: FieldError[] = [];
  const fault = (field: string, text: string) => errors.push({ field, text });
  const people = readPeople(scope, model, typed, parts, fault);
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
      return { kind: 'filled', wanted, ...people };
    }
  }
  return { kind: 'faults', errors };
}

/** What the register calls the reader; null for a protected identity, who writes themselves what to be called. */
export function ownNameIn(organisation: FormModel['organisation']): string | null {
  return organisation?.signatories.find(({ isReader }) => isReader)?.name ?? null;
}

/** Why nobody with this number can be the one who gives it. */
function whyNotGiver(number: Identifier, today: Temporal.PlainDate): 'personOnly' | 'minor' | null {
  if (!isPersonNumber(number)) return 'personOnly';
  return isOfAge(number.born, today) ? null : 'minor';
}

function readPeople(
  scope: Scope,
  { errand, organisation }: FormModel,
  typed: Typed,
  parts: IssueParts,
  fault: (field: string, text: string) => void,
): Omit<Filled, 'wanted'> {
  const t = writeTexts[scope.language].errors;
  const toActor = typed.toMe === 'yes' ? ownNameIn(organisation) : null;
  const read = (list: 'holders' | 'alsoFrom', gives: boolean) =>
    typed[list].flatMap((one, index): Holder | [] => {
      if (toActor !== null && list === 'holders' && one.name === '' && one.number === '') return [];
      const person: Holder = { name: one.name, number: one.number, country: one.country === 'SE' ? 'SE' : 'FI' };
      if (one.name === '') fault(`${list}.${index}.name`, texts[scope.language].create.errors.name);
      try {
        const number = numberOf(scope, person, parts);
        const wrong = gives ? whyNotGiver(number, dateIn(number.country, scope.now)) : null;
        if (wrong) fault(`${list}.${index}.number`, t[wrong]);
      } catch {
        fault(`${list}.${index}.number`, texts[scope.language].create.errors.number);
      }
      return person;
    });
  const keepsPeople = errand.kind === 'change' || errand.kind === 'renew';
  const holders = keepsPeople ? [] : read('holders', errand.kind === 'ask');
  const alsoFrom = errand.kind === 'give' && !organisation ? read('alsoFrom', true) : [];
  if (organisation && !isRuleMet(organisation.rule, typed.chosen)) fault('chosen', t.rule);
  const signingDays = signingDaysOf.find((one) => String(one) === typed.days) ?? signingDaysOf[2];
  const by = organisation && { organisation: organisation.token, chosen: typed.chosen, toActor };
  return { holders, jointly: { alsoFrom, organisation: by, inOrder: typed.order === 'listed', signingDays } };
}
