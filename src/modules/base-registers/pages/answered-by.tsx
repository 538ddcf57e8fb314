import type { ComponentChildren } from 'preact';
import { Alert, Moment, useTexts } from '../../../kernel/html/index.ts';
import type { SourceAnswer } from '../../../kernel/source-answer.ts';
import type { RegisterName } from '../ports.ts';
import { texts } from '../texts/index.ts';

export type AnsweredByProps<T> = {
  readonly register: RegisterName;
  readonly title: string;
  readonly answer: SourceAnswer<T>;
  /** Whose registers to turn to. */
  readonly country: 'SE' | 'FI';
  readonly children: (value: T) => ComponentChildren;
};

/**
 * What one register said, with its source and the moment that it is of. That it said "nothing", could not be asked, or was
 * not, are different things here, and each says what to do.
 */
export function AnsweredBy<T>({ register, title, answer, country, children }: AnsweredByProps<T>) {
  const all = useTexts(texts);
  const t = all.said;
  const name = all.registers[register];
  const authority = t.authorities[country][register];
  return (
    <section class="al-section" data-register={register} data-state={answer.state}>
      <h3 class="al-h3">{title}</h3>
      <div class="al-flow">
        {answer.state === 'failed' && (
          <Alert tone="warning">
            <p>
              <strong>{t.failed(name)}</strong> {t.why[answer.fault]} {t.notMissing}
            </p>
            <p>{t.next(authority)}</p>
          </Alert>
        )}
        {answer.state === 'stale' && (
          <Alert tone="warning">
            <p>
              {t.stale(name)} <AsOf at={answer.asOf} country={country} />. {t.why[answer.fault]}
            </p>
            <p>{t.next(authority)}</p>
          </Alert>
        )}
        {answer.state === 'not-asked' && <p>{`${t.notAsked(name)} ${t.correct(authority)}`}</p>}
        {answer.state === 'not-allowed' && <p>{`${t.notAllowed(name)} ${t.correct(authority)}`}</p>}
        {(answer.state === 'answered' || answer.state === 'stale') && children(answer.value)}
        {answer.state === 'answered' && (
          <p class="al-muted">
            {t.source(name)} <AsOf at={answer.asOf} country={country} />. {t.correct(authority)}
          </p>
        )}
        {answer.state === 'nothing' && (
          <p class="al-muted">
            {t.nothing(name)} <AsOf at={answer.asOf} country={country} />. {t.correct(authority)}
          </p>
        )}
      </div>
    </section>
  );
}

function AsOf({ at, country }: { readonly at: Temporal.Instant; readonly country: 'SE' | 'FI' }) {
  return <Moment at={at} zone={country === 'SE' ? 'Europe/Stockholm' : 'Europe/Mariehamn'} />;
}
