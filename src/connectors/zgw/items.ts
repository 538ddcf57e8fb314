import type { Language } from '../../kernel/texts.ts';
import { bareItem, type OverviewItem } from '../../modules/overview/index.ts';
import type { Status, StatusType, Zaak } from './answer.ts';
import { texts } from './texts.ts';

/** A case as the other side tells it, with its statuses (latest last) and what they are called. */
export type ZaakFacts = {
  readonly zaak: Zaak;
  readonly statuses: readonly { readonly status: Status; readonly type: StatusType | null }[];
};

export type ItemOptions = { readonly source: string; readonly authority: string; readonly language: Language };

/** @throws RangeError for a moment that is none */
export function itemOf({ zaak, statuses }: ZaakFacts, { source, authority, language }: ItemOptions): OverviewItem {
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
    related: zaak.hoofdzaak ? [zaak.hoofdzaak.split('/').at(-1) ?? ''] : [],
    events,
  };
}
