import { formatDate } from '../../../kernel/calendar/format.ts';
import { Alert, Moment, Section, SummaryList, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import { mandateRegisterLabels, mandateRegisterPages } from '../elsewhere/labels.ts';
import type { ToldElsewhere } from '../elsewhere/list-elsewhere.ts';
import type { ElsewhereRow } from '../elsewhere/rows.ts';
import type { Representing } from '../represented.ts';
import { elsewhereTexts } from '../texts/elsewhere.ts';

const zone = 'Europe/Stockholm';
const tones = { yes: 'success', no: 'neutral', unknown: 'warning' } as const;

/** Other registers of mandates that could not be asked. */
export function SilentElsewhere({ silentElsewhere }: Pick<Representing, 'silentElsewhere'>) {
  const t = useTexts(elsewhereTexts);
  const { language } = usePage();
  return (
    <>
      {silentElsewhere.map((register) => (
        <Alert tone="warning" key={register}>
          <p>{t.silent(mandateRegisterLabels[register][language])}</p>
          <p>{t.silentNext}</p>
        </Alert>
      ))}
    </>
  );
}

/** For whom the reader may act by another register of mandates, and for whom not any more. */
export function Elsewhere({ rows }: { readonly rows: readonly ElsewhereRow[] }) {
  const t = useTexts(elsewhereTexts);
  if (rows.length === 0) return null;
  return (
    <Section title={t.mine}>
      <p>{t.lead}</p>
      <Cards rows={rows} />
    </Section>
  );
}

export type ListedProps = {
  readonly rows: readonly ElsewhereRow[];
  readonly told: readonly ToldElsewhere[];
  /** Registers of which it is told already that they could not be asked. */
  readonly silentElsewhere: Representing['silentElsewhere'];
};

/** What other registers hold: given, then got. Each register that said nothing is told of, as what it is. */
export function ListedElsewhere({ rows, told, silentElsewhere }: ListedProps) {
  const t = useTexts(elsewhereTexts);
  if (rows.length + told.length + silentElsewhere.length === 0) return null;
  const sides = [
    { side: 'given', title: t.given, lead: t.givenLead },
    { side: 'received', title: t.mine, lead: t.lead },
  ] as const;
  return (
    <>
      {sides.map(({ side, title, lead }) => (
        <Section key={side} title={title}>
          <p>{lead}</p>
          {side === 'received' && <SilentElsewhere silentElsewhere={silentElsewhere} />}
          {told
            .filter((one) => one.side === side)
            .map((one) => (
              <HowAsked
                key={one.register}
                told={one}
                isEmpty={rows.every((row) => row.side !== side || row.register !== one.register)}
                isTold={side === 'received' && silentElsewhere.includes(one.register)}
              />
            ))}
          <Cards rows={rows.filter((row) => row.side === side)} />
        </Section>
      ))}
    </>
  );
}

type HowProps = { readonly told: ToldElsewhere; readonly isEmpty: boolean; readonly isTold: boolean };

function HowAsked({ told, isEmpty, isTold }: HowProps) {
  const t = useTexts(elsewhereTexts);
  const { language } = usePage();
  const register = mandateRegisterLabels[told.register][language];
  const link = (
    <a class="ds-link" href={mandateRegisterPages[told.register][language]}>
      {t.seeThere(register)}
    </a>
  );
  if (told.state === 'silent') {
    if (isTold) return null;
    return (
      <Alert tone="warning">
        <p>{t.silent(register)}</p>
        <p>{t.silentList}</p>
      </Alert>
    );
  }
  if (told.state === 'no-lists') {
    return (
      <p>
        {t.noLists(register)} {link}
      </p>
    );
  }
  if (told.state === 'told' && told.more) {
    return (
      <p>
        {t.more(register)} {link}
      </p>
    );
  }
  return isEmpty ? <p>{t.none(register)}</p> : null;
}

function Cards({ rows }: { readonly rows: readonly ElsewhereRow[] }) {
  return (
    <>
      {rows.map((row) => (
        <Card key={row.id} row={row} />
      ))}
    </>
  );
}

function Card({ row }: { readonly row: ElsewhereRow }) {
  const t = useTexts(elsewhereTexts);
  const { language } = usePage();
  const day = (text: string) => formatDate(Temporal.PlainDate.from(text), language);
  const names = row.others.join(', ');
  const days = row.days.map(({ from, to }) => t.days(day(from), to && day(to)));
  return (
    <section class="al-section" data-register={row.register}>
      <h3 class="al-h3">{row.side === 'given' ? t.givenTo(names) : t.receivedFrom(names)}</h3>
      <SummaryList
        rows={[
          {
            label: t.state,
            value: (
              <>
                <Tag tone={tones[row.state]}>{row.stateWords}</Tag> {row.why}
              </>
            ),
          },
          ...(row.next ? [{ label: t.next, value: row.next }] : []),
          ...(row.title ? [{ label: t.called, value: row.title }] : []),
          ...(row.scope.length > 0 ? [{ label: t.scope, value: row.scope.join(' ') }] : []),
          ...(row.state === 'unknown' ? [] : [{ label: t.valid, value: days.join(', ') || t.daysUnknown }]),
          {
            label: t.source,
            value: (
              <>
                {row.source}, {t.checked} <Moment at={row.asOf} zone={zone} />
              </>
            ),
          },
          ...(row.references.length > 0 ? [{ label: t.reference, value: row.references.join(', ') }] : []),
          ...(row.evidence.length > 0 ? [{ label: t.evidence, value: row.evidence.join(', ') }] : []),
        ]}
      />
    </section>
  );
}
