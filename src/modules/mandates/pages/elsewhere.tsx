import { Alert, Moment, Section, SummaryList, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { mandateRegisterLabels } from '../elsewhere/labels.ts';
import type { OwnElsewhere, Representing } from '../represented.ts';
import { elsewhereTexts } from '../texts/elsewhere.ts';

const zone = 'Europe/Stockholm';
const tones = { yes: 'success', no: 'neutral', unknown: 'warning' } as const;

export type ElsewhereProps = Pick<Representing, 'elsewhere'> & {
  readonly authorities: ReadonlyMap<AuthorityId, { readonly name: string }>;
  readonly now: Temporal.Instant;
};

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
export function Elsewhere({ elsewhere, authorities, now }: ElsewhereProps) {
  const t = useTexts(elsewhereTexts);
  if (elsewhere.length === 0) return null;
  return (
    <Section title={t.mine}>
      <p>{t.lead}</p>
      {elsewhere.map((one) => (
        <Card key={`${one.principal} ${one.register}`} one={one} authorities={authorities} now={now} />
      ))}
    </Section>
  );
}

type CardProps = Omit<ElsewhereProps, 'elsewhere'> & { readonly one: OwnElsewhere };

function Card({ one, authorities, now }: CardProps) {
  const t = useTexts(elsewhereTexts);
  const { language } = usePage();
  const { answer, rights, register } = one;
  const { what, next } = answer.explanation;
  const isMissing = answer.decision !== 'yes';
  const words = rights.map(({ reach, level }) => {
    const at = reach.kind === 'everything' || reach.authority === null ? '' : authorities.get(reach.authority)?.name;
    const text = t.active[reach.kind === 'authority' ? 'everything' : reach.kind](at ?? '');
    return level === 'active' || reach.kind === 'mail' ? text : t.passive(text);
  });
  return (
    <section class="al-section" data-register={register}>
      <h3 class="al-h3">{one.name ?? t.protected}</h3>
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
          ...(words.length > 0 ? [{ label: t.scope, value: words.join(' ') }] : []),
          {
            label: t.source,
            value: (
              <>
                {mandateRegisterLabels[register][language]}, {t.checked} <Moment at={now} zone={zone} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
