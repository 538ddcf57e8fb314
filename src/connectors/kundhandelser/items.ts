import type { Language } from '../../kernel/texts.ts';
import { bareItem, type OverviewItem } from '../../modules/overview/index.ts';
import type { Kundhandelse } from './answer.ts';
import { texts } from './texts.ts';

function text(value: unknown, most = 255): string | null {
  return typeof value === 'string' && value.trim() !== '' && value.length <= most ? value.trim() : null;
}

function day(value: unknown): string | null {
  const given = text(value, 10);
  if (given === null || !/^\d{4}-\d\d-\d\d$/.test(given)) return null;
  try {
    return Temporal.PlainDate.from(given, { overflow: 'reject' }).toString();
  } catch {
    return null; // 31 February: no day is better than another
  }
}

function address(value: unknown): string | null {
  const given = text(value, 1000);
  return given !== null && URL.canParse(given) && new URL(given).protocol === 'https:' ? given : null;
}

/** Which case an event belongs to: the producer's own number of it, else each event is a case by itself. */
export function caseOf({ producent, referenser, kundhandelseId }: Kundhandelse): string {
  const number = text(referenser?.producentarendereferens, 100) ?? text(referenser?.diarienummer, 100);
  return number === null ? `${producent}#${kundhandelseId}` : `${producent}:${number}`;
}

/** The producer and the number of a case that can be asked for by itself; null for an event that is a case by itself. */
export function numberOfCase(id: string): { readonly producer: string; readonly number: string } | null {
  const [, producer = '', number = ''] = /^([^#:]+):(.+)$/.exec(id) ?? [];
  return number === '' ? null : { producer, number };
}

/** Whether it speaks of the number at all, by either of its names. */
export function hasNumber({ referenser }: Kundhandelse, number: string): boolean {
  return referenser?.producentarendereferens === number || referenser?.diarienummer === number;
}

/** Whose move it is, by the two booleans; a case that is over waits for nobody, whatever the other says. */
function ballOf(event: Pick<Kundhandelse, 'producentarendetKlart' | 'producentarendetKraverKundatgard'>) {
  if (event.producentarendetKlart) return 'done';
  return event.producentarendetKraverKundatgard ? 'me' : 'them';
}

const normalOf = { me: 'waiting', them: 'in-progress', done: 'closed' } as const;

/** Events as cases: the latest event of each says how it stands, all of them what has happened. */
export function itemsOf(source: string, events: readonly Kundhandelse[], language: Language): OverviewItem[] {
  const byCase = Map.groupBy(events, caseOf);
  return [...byCase].map(([id, some]) => {
    const inOrder = some
      .map((event) => ({ event, at: Temporal.Instant.from(event.tidpunkt) }))
      .sort((one, other) => Temporal.Instant.compare(one.at, other.at));
    return itemOf(source, id, inOrder, language);
  });
}

type Dated = { readonly event: Kundhandelse; readonly at: Temporal.Instant };

function itemOf(source: string, id: string, inOrder: readonly Dated[], language: Language): OverviewItem {
  const { event, at } = inOrder.at(-1) as Dated; // grouped, so there is one
  const t = texts[language];
  const ball = ballOf(event);
  const more = event.utokadInformation ?? {};
  const lacking = Array.isArray(more.saknadeHandlingar)
    ? more.saknadeHandlingar.map((one) => text(one)).filter((one) => one !== null)
    : [];
  const deadline = day(more.senastDatum);
  const own = text(event.referenser?.allmanningArende, 100);
  return {
    ...bareItem,
    ...{ source, id, ball },
    title: event.rubrik,
    authority: event.producent,
    status: { words: t.ball[ball], normal: normalOf[ball] },
    codes: { status: event.kundhandelseTyp, type: event.kundhandelseTyp.split('.').slice(0, 2).join('.') },
    nextStep: ball === 'me' ? (lacking.length > 0 ? t.send(lacking.join(', ')) : t.act) : null,
    deadline: ball === 'me' && deadline !== null ? { on: deadline, counted: t.counted } : null,
    last: { at: at.toString(), words: text(event.beskrivning, 200) ?? event.rubrik },
    href: address(more.lank),
    reference: text(event.referenser?.diarienummer, 100),
    sameAs: own === null ? [] : [`case:${own}`],
    events: inOrder.map((one) => ({ at: one.at.toString(), words: one.event.rubrik })),
  };
}
