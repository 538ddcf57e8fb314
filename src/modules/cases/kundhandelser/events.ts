import type { CaseId, PartyId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Authority } from '../../directory/index.ts';
import { type ActKind, type CaseAction, shownToParties } from '../action.ts';
import { after, ballOf, type CaseState, caseFrom } from '../case.ts';
import { titleOfAct } from '../happened.ts';
import { texts } from '../texts/index.ts';
import type { attributes, Kundhandelse, Question } from './question.ts';

/** What an event is called, third in its type. */
const typeOf = {
  filed: 'INKOMMEN',
  assigned: 'HANDLAGGARE',
  unassigned: 'HANDLAGGARE',
  noted: 'ANTECKNING',
  'marked-confidential': 'MARKERING',
  'unmarked-confidential': 'MARKERING',
  'question-asked': 'FRAGA',
  completed: 'KOMPLETTERING',
  decided: 'BESLUT',
  'decision-available': 'BESLUT_TILLGANGLIGT',
  closed: 'AVSLUTAD',
} as const satisfies Record<ActKind, string>;

function letters(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/[^A-Za-z]/g, '');
  return plain.toUpperCase() || 'X';
}

/** RFC 3339 with the offset of Swedish clocks that day: the hour that comes twice is told apart by it. */
export function swedishTime(at: Temporal.Instant): string {
  const zoned = at.toZonedDateTimeISO('Europe/Stockholm');
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'millisecond' });
}

export type CaseOfEvents = {
  readonly authority: Pick<Authority, 'id' | 'name' | 'slug'>;
  readonly case: CaseId;
  readonly diaryNumber: string;
  /** `se.sundsvall/barnomsorgsplats` */
  readonly service: string;
  readonly title: string;
  readonly language: Language;
  readonly actions: readonly CaseAction[];
};

/** A case as customer events: one for each act that the party may see, with whose move it was after it. */
export function eventsOf(one: CaseOfEvents, party: PartyId): Kundhandelse[] {
  const t = texts[one.language].happened;
  const kind = `${letters(one.authority.slug)}.${letters(one.service.split('/')[1] ?? '')}`;
  const events: Kundhandelse[] = [];
  let state: CaseState | null = null;
  for (const action of one.actions) {
    state = state === null ? caseFrom([action]) : after(state, action);
    if (!action.to.includes(party) || !shownToParties[action.act.kind]) continue;
    const ball = ballOf[state.phase];
    const needs = ball === 'party' && state.question ? { senastDatum: state.question.answerBy.toString() } : {};
    events.push({
      kundhandelseId: `${one.case}-${action.seq}`,
      rubrik: one.title.slice(0, 255),
      beskrivning: titleOfAct(action.act, t),
      sprak: one.language,
      producent: one.authority.name,
      tidpunkt: swedishTime(action.at),
      kundhandelseTyp: `${kind}.${typeOf[action.act.kind]}`,
      producentarendetKraverKundatgard: ball === 'party',
      producentarendetKlart: ball === 'nobody',
      version: '6.1',
      utokadInformation: needs,
      referenser: {
        diarienummer: one.diaryNumber,
        producentarendereferens: one.case,
        allmanningArende: `${one.authority.id}/${one.case}`,
      },
    });
  }
  return events;
}

type Fraga = Question['fraga'];

/** A type is asked for by its beginning, a whole word between the dots at a time. */
function isOfType(event: Kundhandelse, wanted: readonly string[]): boolean {
  return wanted.some((type) => event.kundhandelseTyp === type || event.kundhandelseTyp.startsWith(`${type}.`));
}

function dayOf(event: Kundhandelse): string {
  return event.tidpunkt.slice(0, 10); // written with the Swedish offset, so it is the Swedish day
}

/** What the question leaves of the events; we set no tags, so a question for one finds nothing. */
export function filtered(events: readonly Kundhandelse[], fraga: Fraga): Kundhandelse[] {
  const { kundhandelseTyper = [], taggar = [], startDatum, slutDatum } = fraga;
  if (taggar.length > 0) return [];
  return events.filter(
    (event) =>
      (kundhandelseTyper.length === 0 || isOfType(event, kundhandelseTyper)) &&
      (startDatum === undefined || dayOf(event) >= startDatum) &&
      (slutDatum === undefined || dayOf(event) <= slutDatum),
  );
}

const sortedBy = {
  RUBRIK: (event) => event.rubrik,
  BESKRIVNING: (event) => event.beskrivning,
  PRODUCENT: (event) => event.producent,
  // By the instant: written with its offset, the hour that comes twice would sort by its clock.
  TIDPUNKT: (event) => Temporal.Instant.from(event.tidpunkt).toString({ smallestUnit: 'millisecond' }),
  KUNDHANDELSETYP: (event) => event.kundhandelseTyp,
  PRODUCENTARENDETKRAVERKUNDATGARD: (event) => String(event.producentarendetKraverKundatgard),
  PRODUCENTARENDETKLART: (event) => String(event.producentarendetKlart),
} as const satisfies Record<(typeof attributes)[number], (event: Kundhandelse) => string>;

/** Sorted as asked, and then the page of it; without an order there are no pages. */
export function treated(events: readonly Kundhandelse[], behandling: Fraga['behandling']): readonly Kundhandelse[] {
  const { sortering = [], paginering } = behandling ?? {};
  const sorted = events.toSorted((one, other) => {
    for (const { attribut, stigande } of sortering) {
      const [a, b] = [sortedBy[attribut](one), sortedBy[attribut](other)];
      if (a !== b) return (a < b ? -1 : 1) * (stigande ? 1 : -1);
    }
    return 0;
  });
  return paginering ? sorted.slice(paginering.offset, paginering.offset + paginering.limit) : sorted;
}
