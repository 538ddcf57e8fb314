import type { Code, TargetField } from '../../intake/index.ts';

const number: TargetField = {
  ...{ name: 'number', type: 'text', required: true, key: true, maxLength: 40 },
  label: { sv: 'Anställningsnummer', fi: 'Henkilönumero', en: 'Employee number' },
};
const employment: TargetField = {
  ...{ name: 'employment', type: 'integer', required: false, key: true },
  label: {
    sv: 'Vilken av personens anställningar (1 om inget sägs)',
    fi: 'Monesko palvelussuhde (1, jos ei mainita)',
    en: 'Which of the person’s employments (1 when nothing is said)',
  },
};
const from: TargetField = {
  ...{ name: 'from', type: 'date', required: true, key: true },
  label: { sv: 'Från och med', fi: 'Alkaen', en: 'From' },
};
const to: TargetField = {
  ...{ name: 'to', type: 'date', required: false },
  label: { sv: 'Till och med', fi: 'Päättyen', en: 'To' },
};
const on: TargetField = { ...from, label: { sv: 'Dag', fi: 'Päivä', en: 'Day' } };
const answers: readonly Code[] = [
  { value: 'yes', label: { sv: 'Ja', fi: 'Kyllä', en: 'Yes' } },
  { value: 'no', label: { sv: 'Nej', fi: 'Ei', en: 'No' } },
];
const withdrawn: TargetField = {
  ...{ name: 'withdrawn', type: 'code', required: false, codes: answers },
  label: {
    sv: 'Var fel och tas bort (ja eller nej)',
    fi: 'Oli väärin ja poistetaan (kyllä tai ei)',
    en: 'Was wrong and is taken away (yes or no)',
  },
};

/** What rows about employees have in common. */
export const common = { number, employment, from, to, on, withdrawn } as const;

/** Fields of a person's row, without which employment it is of. */
export const ofPerson = [number, from, to] as const;
export const ofEmployment = [number, employment, from, to] as const;
export const last = [withdrawn] as const;

type Extra = Partial<Pick<TargetField, 'key' | 'maxLength' | 'decimals' | 'codes' | 'secret'>>;

export function required(name: string, type: TargetField['type'], label: TargetField['label'], more: Extra = {}) {
  return { name, type, required: true, label, ...more } as const satisfies TargetField;
}

export function optional(name: string, type: TargetField['type'], label: TargetField['label'], more: Extra = {}) {
  return { ...required(name, type, label, more), required: false } as const satisfies TargetField;
}

export { answers as yesOrNo };

/** `12.50` as whole parts of one: cents by 100, millionths of a percent's whole by 10 000. */
export function parts(text: string | undefined, of: number): number {
  return Math.round(Number(text ?? '0') * of);
}
