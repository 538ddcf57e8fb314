import { type DateParts, datePartsIn, dayOf, type FieldError } from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { type Holder, type IssueParts, numberOf } from '../issue-mandate.ts';
import { paperTexts } from '../paper-texts/index.ts';
import type { Subject } from '../subjects.ts';
import type { Wanted } from '../terms.ts';
import { paperDayFault } from './paper-terms.ts';

/** What an authority takes in: what concerns itself, and not a case, which its person follows online. */
export const paperTemplates = ['authority', 'mail', 'service', 'property'] as const;
export type PaperTemplate = (typeof paperTemplates)[number];

const people = ['grantor', 'holder'] as const;
export type PaperPerson = (typeof people)[number];

export type PaperTyped = Readonly<
  Record<`${PaperPerson}-${'name' | 'country' | 'number'}` | 'subject' | 'property' | 'level' | 'passOn', string>
> & { readonly from: DateParts; readonly to: DateParts };

export type PaperModel = {
  readonly authority: { readonly id: AuthorityId; readonly name: string };
  readonly template: PaperTemplate;
  /** The authority's services, when the template is for one. */
  readonly subjects: readonly Subject[];
};

export type ReadPaper =
  | { readonly kind: 'read'; readonly wanted: Wanted; readonly grantor: Holder; readonly holder: Holder }
  | { readonly kind: 'faults'; readonly errors: readonly FieldError[] };

export function paperTemplateIn(text: unknown): PaperTemplate | null {
  return paperTemplates.find((one) => one === text) ?? null;
}

/** @param body a form's fields, whatever they are */
export function paperTypedIn(body: Readonly<Record<string, unknown>>): PaperTyped {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim().slice(0, 200) : '');
  const person = <P extends PaperPerson>(one: P) =>
    ({
      [`${one}-name`]: text(`${one}-name`),
      [`${one}-country`]: text(`${one}-country`),
      [`${one}-number`]: text(`${one}-number`),
    }) as Record<`${P}-${'name' | 'country' | 'number'}`, string>; // just those three
  return {
    ...{ ...person('grantor'), ...person('holder'), subject: text('subject'), property: text('property') },
    ...{ level: text('level'), passOn: text('passOn') },
    ...{ from: datePartsIn(body, 'from'), to: datePartsIn(body, 'to') },
  };
}

function chosenIn(
  { authority, template, subjects }: PaperModel,
  typed: PaperTyped,
): Pick<Wanted, 'reach' | 'subject'> | null {
  const same = (name: string) => ({ sv: name, fi: name, en: name });
  const { id, name } = authority;
  switch (template) {
    case 'authority':
    case 'mail':
      return { reach: { kind: template, authority: id }, subject: same(name) };
    case 'property': {
      const { property } = typed;
      return property === '' ? null : { reach: { kind: 'property', authority: id, property }, subject: same(property) };
    }
    case 'service': {
      const found = subjects.find(({ value }) => value === typed.subject);
      return found ? { reach: found.reach, subject: found.name } : null;
    }
  }
}

/** What the form says, or what is wrong with it, field by field. */
export function readPaperForm(scope: Scope, model: PaperModel, typed: PaperTyped, parts: IssueParts): ReadPaper {
  const t = paperTexts[scope.language].form.errors;
  const errors: FieldError[] = [];
  const fault = (field: string, text: string) => errors.push({ field, text });
  const [grantor, holder] = people.map((one): Holder => {
    const person: Holder = {
      name: typed[`${one}-name`],
      number: typed[`${one}-number`],
      country: typed[`${one}-country`] === 'SE' ? 'SE' : 'FI',
    };
    if (person.name === '') fault(`${one}-name`, t.name);
    try {
      numberOf(scope, person, parts);
    } catch {
      fault(`${one}-number`, t.number);
    }
    return person;
  }) as [Holder, Holder];
  const chosen = chosenIn(model, typed);
  if (!chosen)
    fault(
      model.template === 'property' ? 'property' : 'subject',
      model.template === 'property' ? t.property : t.choose,
    );
  const level = model.template === 'mail' ? 'passive' : typed.level;
  if (level !== 'active' && level !== 'passive') fault('level', t.level);
  if (typed.passOn !== 'yes' && typed.passOn !== 'no') fault('passOn', t.passOn);
  const [from, to] = [dayOf(typed.from), dayOf(typed.to)];
  if (typeof from === 'string') fault('from', t.day);
  if (typeof to === 'string') fault('to', t.day);
  if (typeof from !== 'string' && typeof to !== 'string') {
    const wrong = paperDayFault({ from, to }, scope.now);
    if (wrong) fault('to', t[wrong]);
    if (errors.length === 0 && chosen && (level === 'active' || level === 'passive')) {
      return {
        kind: 'read',
        grantor,
        holder,
        wanted: { ...chosen, level, mayPassOn: typed.passOn === 'yes', from, to },
      };
    }
  }
  return { kind: 'faults', errors };
}
