import type { Assurance, Task } from '../../../kernel/authority.ts';
import type { Expression } from './expression/expression.ts';

/** The law of two countries differs: what is said about law is said for each. Åland has its own. */
export const countries = ['SE', 'AX'] as const;
export type Country = (typeof countries)[number];

export const themes = ['family', 'associations', 'influence'] as const;
/** The life event under which the catalogue shows a service. */
export type Theme = (typeof themes)[number];

const fieldKinds = [
  'text',
  'longtext',
  'number',
  'money',
  'date',
  'boolean',
  'choice',
  'choices',
  'email',
  'phone',
  'address',
  'organisation',
  'account',
  'file',
  'group',
  'info',
  'registered',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/**
 * What the population register may fill in, about who applies (`person`) or, in the rows of a group, about each of their
 * children that they choose (`child`).
 */
const prefillSources = ['person.name', 'person.address', 'person.children', 'child.name', 'child.birth-date'] as const;
export type PrefillSource = (typeof prefillSources)[number];

/** One question. Which of the settings below go with which type is said by the JSON Schema. */
export type Field = {
  readonly id: string;
  readonly type: FieldKind;
  readonly optional?: boolean;
  /** Shown, and with a value, only while this holds. */
  readonly when?: Expression;
  /** Calculated: shown to the person, never taken from them. */
  readonly value?: Expression;
  /** Must hold for an answer that is given. */
  readonly check?: Expression;
  readonly maxLength?: number;
  /** Of a number, or of an amount in minor units. */
  readonly min?: number;
  readonly max?: number;
  readonly options?: readonly string[];
  /** Media types. */
  readonly accept?: readonly string[];
  readonly maxFiles?: number;
  readonly repeat?: { readonly min: number; readonly max: number };
  readonly fields?: readonly Field[];
  /** The browser's word for what is asked (WCAG 1.3.5). */
  readonly autocomplete?: string;
  /** Filled in from the population register, and free to change. */
  readonly prefill?: PrefillSource;
  /** Of the type `registered`: the fields beside it whose answers are as the register says. */
  readonly of?: readonly string[];
};

export type DefinitionPage = { readonly id: string; readonly when?: Expression; readonly fields: readonly Field[] };

export type Party = {
  readonly id: string;
  readonly role: 'filer' | 'cosigner' | 'contributor';
  readonly when?: Expression;
  readonly mandate?: 'own' | 'own-or-representative';
  /** Of a cosigner: everybody else who, by the population register, has the custody of a child in the rows of `of`. */
  readonly who?: 'other-guardians';
  /** The group that the applicant's children fill in. */
  readonly of?: string;
  /** Of a cosigner: within how many days they sign. */
  readonly deadlineDays?: number;
};

const stages = ['open', 'waiting-applicant', 'waiting-other', 'closed'] as const;
/** Where a case is, the same four for every service, so that lists and deadlines work across all. */
export type Stage = (typeof stages)[number];
export type Status = { readonly id: string; readonly stage: Stage };

/** A paragraph that a decision may rest on. `verified` says that somebody has read it in its source on that day. */
export type LegalReference = {
  readonly id: string;
  readonly country: Country;
  readonly citation: string;
  readonly source: string;
  readonly date: string;
  readonly verified: boolean;
};

/**
 * How a decision is appealed. `appeal` (förvaltningsbesvär) counts from the day the person got it, `legality-review`
 * (laglighetsprövning) from the notice board, `correction` (rättelseyrkande) asks the authority itself first, `none` is
 * for answers that are no decisions.
 */
export type Appeal = {
  readonly id: string;
  readonly country: Country;
  readonly kind: 'appeal' | 'legality-review' | 'correction' | 'none';
  readonly weeks?: number;
  readonly law: readonly string[];
  readonly verified: boolean;
};

export type DefinedDecision = {
  readonly id: string;
  readonly outcome: 'approval' | 'partial' | 'rejection' | 'dismissal' | 'answer';
  /** The status that the case gets. */
  readonly status: string;
  /** Ids of legal references; those of the authority's own country are used. */
  readonly law: readonly string[];
  readonly appeals: readonly string[];
};

export type Retention = {
  readonly years: number;
  readonly after: 'closed' | 'decided';
  readonly then: 'erase' | 'archive';
  readonly source: string;
  readonly verified: boolean;
};

/** A value that each adopting authority fills in: a small part of JSON Schema, and `unit` for what its number counts. */
export type Setting = {
  readonly type: 'integer' | 'boolean' | 'string';
  readonly unit?: 'money' | 'days' | 'per-cent';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
};

export type SettingValue = number | boolean | string;
export type Settings = Readonly<Record<string, SettingValue>>;

/** Where a default comes from; an unverified one is said to be so wherever it is shown. */
export type SettingDefault = {
  readonly value: SettingValue;
  readonly source: string;
  readonly date: string;
  readonly verified: boolean;
};

export type Example = {
  readonly name: string;
  readonly settings: Settings;
  readonly today: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly expect: {
    readonly pages: readonly string[];
    readonly values?: Readonly<Record<string, unknown>>;
    readonly parties?: readonly string[];
    /** Fault by field path. */
    readonly errors?: Readonly<Record<string, string>>;
  };
};

/** A flat list by key: `title`, `page.children`, `children.name`, `children.name.hint`; an adoption may replace any. */
export type DefinitionTexts = Readonly<Record<string, string>>;

/** A shared e-service, whole: data only, no scripts, no HTML, no addresses to call. Format 1. */
export type ServiceDefinition = {
  readonly format: 1;
  readonly id: string;
  readonly version: number;
  readonly origin: {
    readonly authority: string;
    readonly licence: string;
    readonly basedOn: null | { readonly id: string; readonly version: number; readonly sha256: string };
  };
  readonly languages: readonly string[];
  readonly task: Task;
  readonly theme: Theme;
  /** How long it takes to fill in, about. */
  readonly minutes: number;
  /** What to have at hand; a text `need.<id>` each. */
  readonly needs: readonly string[];
  readonly requires: { readonly identity: Assurance };
  readonly settings: { readonly properties: Readonly<Record<string, Setting>>; readonly required: readonly string[] };
  readonly defaults: Readonly<Record<Country, Readonly<Record<string, SettingDefault>>>>;
  /** What the adopting authority's settings say, shown before one begins; a text `fact.<id>` each. */
  readonly facts: readonly { readonly id: string; readonly value: Expression }[];
  readonly pages: readonly DefinitionPage[];
  readonly parties: readonly Party[];
  readonly legal: readonly LegalReference[];
  readonly appeals: readonly Appeal[];
  readonly case: {
    readonly statuses: readonly Status[];
    readonly decisions: readonly DefinedDecision[];
    readonly retention: Retention;
    /** Within how many days somebody answers. */
    readonly replyDays: Expression;
  };
  readonly texts: Readonly<Record<string, DefinitionTexts>>;
  readonly examples: readonly Example[];
};

/** What a value counts in, and where a date falls. */
export const currencyOf = { SE: 'SEK', AX: 'EUR' } as const satisfies Record<Country, string>;
