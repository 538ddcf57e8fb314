import type { Language } from '../../kernel/texts.ts';
import { bareItem, type OverviewItem } from '../../modules/overview/index.ts';
import { pastMoment } from '../moments.ts';
import type { Document, Role, Status, StatusType, Zaak } from './answer.ts';
import { texts } from './texts.ts';

/** A case as the other side tells it, with its statuses (latest last) and what they are called. */
export type StatusFacts = { readonly status: Status; readonly type: StatusType | null };
export type ZaakFacts = {
  readonly zaak: Zaak;
  readonly statuses: readonly StatusFacts[];
  /** What the catalogue calls its type; null when that is not known now. */
  readonly typeName: string | null;
  /** What people call the cases that it belongs with. */
  readonly related: readonly string[];
  /** Asked for when it is one case that is read, with whose number it is. */
  readonly documents?: readonly Document[];
  readonly roles?: readonly Role[];
  readonly number?: string;
};

export type ItemOptions = { readonly source: string; readonly authority: string; readonly language: Language };

/** Why a case is not believed as it is dated; null when it is. */
export function misdated({ zaak, statuses }: Pick<ZaakFacts, 'zaak' | 'statuses'>, now: Temporal.Instant) {
  const written = [zaak.laatstGemuteerd, ...statuses.map(({ status }) => status.datumStatusGezet)];
  return written.map((text) => pastMoment(text, now)).find((one) => typeof one === 'string') ?? null;
}

/** Of a case whose moments have been looked at. */
export function itemOf(
  { zaak, statuses, typeName, related, documents = [], roles = [], number }: ZaakFacts,
  { source, authority, language }: ItemOptions,
): OverviewItem {
  const t = texts[language];
  const latest = statuses.at(-1);
  const isOver = zaak.einddatum !== null || latest?.type?.isEindstatus === true;
  const words = latest?.type?.statustekst || latest?.type?.omschrijving || t.registered;
  const isResting = zaak.opschorting?.indicatie === true;
  const counted = (how: string) =>
    [how, ...(zaak.verlenging ? [t.extended(zaak.verlenging.reden)] : []), ...(isResting ? [t.suspended] : [])].join(
      ' ',
    );
  const legal = zaak.uiterlijkeEinddatumAfdoening ?? null;
  const planned = zaak.einddatumGepland ?? null;
  const events = [
    // Only a day: said when no status tells more of it.
    ...(statuses.some(({ status }) => status.datumStatusGezet.startsWith(zaak.startdatum))
      ? []
      : [{ at: `${zaak.startdatum}T00:00:00Z`, words: t.started }]),
    ...statuses.map(({ status, type }) => ({
      at: Temporal.Instant.from(status.datumStatusGezet).toString(),
      words: status.statustoelichting || type?.statustekst || type?.omschrijving || t.changed,
    })),
  ];
  return {
    ...bareItem,
    ...{ source, authority, id: zaak.uuid },
    title: zaak.omschrijving || t.untitled,
    kind: typeName,
    status: { words: isOver && !latest ? t.ended : words, normal: isOver ? 'closed' : 'in-progress' },
    codes: { status: latest?.type?.omschrijving ?? null, type: zaak.zaaktype.split('/').at(-1) ?? null },
    ball: isOver ? 'done' : 'them',
    expected: isOver
      ? null
      : planned !== null
        ? { on: planned, counted: counted(t.planned) }
        : legal !== null
          ? { on: legal, counted: counted(t.legal) }
          : null,
    last: { at: Temporal.Instant.from(zaak.laatstGemuteerd).toString(), words: t.changed },
    reference: zaak.identificatie ?? null,
    related,
    parties: [...new Set(roles.flatMap((role) => partyOf(role, number, t)))],
    // The content lies in another system of theirs, with our key and not the reader's.
    documents: documents.map(({ titel }) => ({ title: titel || t.document, href: null })),
    events,
  };
}

type Words = (typeof texts)[Language];

/** In which role, and who: oneself, a body by its name, and of other persons only that there is one. */
function partyOf(
  { betrokkeneType, omschrijvingGeneriek, betrokkeneIdentificatie }: Role,
  number: string | undefined,
  t: Words,
): string[] {
  if (betrokkeneType === 'medewerker') return []; // who works there is not the person's business
  const { anpIdentificatie, naam, statutaireNaam } = betrokkeneIdentificatie;
  const role = t.roles[omschrijvingGeneriek as keyof Words['roles']] ?? t.roles.other;
  const isPerson = betrokkeneType === 'natuurlijk_persoon';
  const who = isPerson
    ? anpIdentificatie !== undefined && anpIdentificatie === number
      ? t.you
      : t.somebody
    : naam || statutaireNaam || t.body;
  return [`${role}: ${who}`];
}
