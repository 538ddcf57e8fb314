import type { ComponentChildren } from 'preact';
import type { RegisterRightKind } from '../../../kernel/authority.ts';
import {
  Alert,
  Moment,
  Section,
  SummaryList,
  type SummaryRow,
  Tag,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { locales } from '../../../kernel/locale.ts';
import type { RegisterRight } from '../facts.ts';
import type { OwnRight, Representing } from '../represented.ts';
import type { RightOver } from '../store/register-rights.ts';
import { registerRightTexts } from '../texts/register-rights.ts';

const zone = 'Europe/Stockholm';
/** A day that begins on either side's clocks is the same day here; one that ends is the same by the other's. */
const eastern = 'Europe/Mariehamn';
const instant = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds);
const tones = { yes: 'success', no: 'neutral', unknown: 'warning' } as const;

/** Registers that could not be asked: an empty list is then no "nobody". */
export function SilentRegisters({ silent }: Pick<Representing, 'silent'>) {
  const t = useTexts(registerRightTexts);
  return (
    <>
      {silent.map(({ source, heardAt }) => (
        <Alert tone="warning" key={source}>
          <p>{t.silent(t.sources[source])}</p>
          <p>
            {heardAt === null ? (
              t.heardNever
            ) : (
              <>
                {t.heardLast} <Moment at={instant(heardAt)} zone={zone} />.
              </>
            )}{' '}
            {t.silentNext}
          </p>
        </Alert>
      ))}
    </>
  );
}

/** For whom the reader may act by a register, and for whom not although it knows of them: each with why and source. */
export function OwnRights({
  rights,
  silent,
  title,
}: Pick<Representing, 'rights' | 'silent'> & { readonly title?: string }) {
  const t = useTexts(registerRightTexts);
  return (
    <Section title={title ?? t.mine}>
      <SilentRegisters silent={silent} />
      {rights.length === 0 ? silent.length === 0 && <p>{t.mineNone}</p> : <p>{t.mineLead}</p>}
      {rights.map((one) => (
        <OwnRightCard key={`${one.right.principal} ${one.right.id}`} own={one} />
      ))}
    </Section>
  );
}

function OwnRightCard({ own: { right, answer } }: { readonly own: OwnRight }) {
  const t = useTexts(registerRightTexts);
  const { language } = usePage();
  const { what, next } = answer.explanation;
  const isMissing = answer.decision !== 'yes';
  return (
    <RightCard name={right.name ?? (right.kind === 'guardian' ? t.child : t.person)} kind={right.kind}>
      <SummaryList
        rows={[
          {
            label: t.state,
            value: (
              <>
                <Tag tone={tones[answer.decision]}>{t.states[answer.decision]}</Tag> {isMissing && what[language]}
              </>
            ),
          },
          ...(isMissing && next ? [{ label: t.next, value: next[language] }] : []),
          ...scopeRows(t, language, right),
          {
            label: t.valid,
            value: (
              <Validity
                from={right.from === null ? null : instant(right.from)}
                until={right.until === null ? null : instant(right.until)}
              />
            ),
          },
          {
            label: t.source,
            value: (
              <>
                {t.sources[right.source as keyof typeof t.sources]}, {t.asOf}{' '}
                <Moment at={instant(right.asOf)} zone={zone} />, {t.checked}{' '}
                <Moment at={instant(right.checkedAt)} zone={zone} />
              </>
            ),
          },
        ]}
      />
    </RightCard>
  );
}

/** Who may act for the reader by a register. @param isSilent whether a register that would know could not be asked */
export function RightsOver({
  rights,
  isSilent,
}: {
  readonly rights: readonly RightOver[];
  readonly isSilent: boolean;
}) {
  const t = useTexts(registerRightTexts);
  const { language } = usePage();
  return (
    <Section title={t.over}>
      {rights.length === 0 && <p>{isSilent ? t.overUnknown : t.overNone}</p>}
      {rights.map((right) => (
        <RightCard key={right.reference} name={right.holderName ?? t.person} kind={right.kind}>
          <SummaryList
            rows={[
              ...scopeRows(t, language, { ...right, together: [] }),
              { label: t.valid, value: <Validity from={right.from} until={right.until} /> },
              {
                label: t.source,
                value: (
                  <>
                    {t.sources[right.source]}, {t.asOf} <Moment at={right.asOf} zone={zone} />
                  </>
                ),
              },
            ]}
          />
        </RightCard>
      ))}
    </Section>
  );
}

type CardProps = { readonly name: string; readonly kind: RegisterRightKind; readonly children: ComponentChildren };

function RightCard({ name, kind, children }: CardProps) {
  const t = useTexts(registerRightTexts);
  return (
    <section class="al-section" data-right={kind}>
      <h3 class="al-h3">
        {name}, {t.roles[kind].toLocaleLowerCase()}
      </h3>
      <div class="al-flow">{children}</div>
    </section>
  );
}

type RightTexts = (typeof registerRightTexts)[keyof typeof registerRightTexts];
type Scoped = Pick<RegisterRight, 'kind' | 'alone' | 'duties'> & { readonly together: readonly (string | null)[] };

function scopeRows(t: RightTexts, language: keyof typeof registerRightTexts, right: Scoped): SummaryRow[] {
  const { kind, alone, duties, together } = right;
  const names = new Intl.ListFormat(locales[language]).format(together.map((name) => name ?? t.person.toLowerCase()));
  const scope =
    kind === 'guardian'
      ? t.scopes.guardian
      : kind === 'signatory'
        ? alone
          ? t.scopes.alone
          : t.together(names)
        : duties?.includes('rights')
          ? t.scopes.rights
          : t.scopes.noRights;
  return [
    { label: t.scope, value: scope },
    ...(duties ? [{ label: t.duties, value: duties.map((one) => t.duty[one]).join(', ') }] : []),
  ];
}

type ValidityProps = { readonly from: Temporal.Instant | null; readonly until: Temporal.Instant | null };

function Validity({ from, until }: ValidityProps) {
  const t = useTexts(registerRightTexts);
  if (from === null && until === null) return <>{t.open}</>;
  return (
    <>
      {from && (
        <>
          {t.from} <Moment at={from} zone={eastern} dayOnly />{' '}
        </>
      )}
      {until ? (
        <>
          {t.until} <Moment at={until.subtract({ seconds: 1 })} zone={zone} dayOnly />
        </>
      ) : (
        t.open
      )}
    </>
  );
}
