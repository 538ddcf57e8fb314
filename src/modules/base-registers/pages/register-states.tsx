import { Moment, Page, Table, Tag, useTexts } from '../../../kernel/html/index.ts';
import { useOperationsCrumb } from '../../../kernel/operations/operations-crumb.ts';
import type { AnswerFault, RegisterState } from '../store.ts';
import { texts } from '../texts/index.ts';

const zone = 'Europe/Stockholm';

/** How it stands now: whether the last thing that happened was an answer or a fault. */
function standing({ lastAnswer, lastFault }: RegisterState): 'quiet' | 'answers' | 'fails' {
  if (lastFault && (!lastAnswer || Temporal.Instant.compare(lastFault.at, lastAnswer) >= 0)) return 'fails';
  return lastAnswer ? 'answers' : 'quiet';
}

const tones = { quiet: 'neutral', answers: 'success', fails: 'danger' } as const;

export function RegisterStates({
  states,
  hours,
}: {
  readonly states: readonly RegisterState[];
  readonly hours: number;
}) {
  const t = useTexts(texts).states;
  return (
    <Page title={t.title} lead={t.lead(hours)} width="wide" look="dense" breadcrumbs={[useOperationsCrumb()]}>
      <Table
        caption={t.caption}
        rows={states}
        rowKey={(state) => state.question}
        columns={[
          { header: t.columns.question, names: true, cell: (state) => t.questions[state.question] },
          {
            header: t.columns.now,
            cell: (state) => <Tag tone={tones[standing(state)]}>{t.standing[standing(state)]}</Tag>,
          },
          { header: t.columns.answers, cell: (state) => <Answers state={state} /> },
          { header: t.columns.faults, cell: (state) => <Faults state={state} /> },
          {
            header: t.columns.time,
            cell: (state) => state.medianMs !== null && t.times(state.medianMs, state.slowestMs ?? 0),
          },
          { header: t.columns.copies, cell: (state) => <Copies state={state} /> },
        ]}
      />
      <p class="al-muted">{t.explain}</p>
    </Page>
  );
}

function Answers({ state }: { readonly state: RegisterState }) {
  const t = useTexts(texts).states;
  return (
    <div>
      {t.answered(state.answered, state.nothing)}
      {state.notAllowed > 0 && <> {t.notAllowed(state.notAllowed)}</>}
      {state.lastAnswer && (
        <>
          <br />
          {t.last} <Moment at={state.lastAnswer} zone={zone} short />
        </>
      )}
    </div>
  );
}

function Faults({ state }: { readonly state: RegisterState }) {
  const t = useTexts(texts).states;
  const faults = Object.entries(state.faults) as [AnswerFault, number][]; // keys by the table's check
  if (faults.length === 0) return <>{t.noFaults}</>;
  return (
    <div>
      <ul>
        {faults.map(([fault, times]) => (
          <li key={fault}>
            {t.faults[fault]}: {times}
          </li>
        ))}
      </ul>
      {state.lastFault && (
        <>
          {t.last} <Moment at={state.lastFault.at} zone={zone} short />
        </>
      )}
    </div>
  );
}

function Copies({ state }: { readonly state: RegisterState }) {
  const t = useTexts(texts).states;
  if (!state.oldestCopy || !state.newestCopy) return <>{t.noCopies}</>;
  return (
    <div>
      {t.copies(state.copies)}
      <br />
      <Moment at={state.oldestCopy} zone={zone} short /> – <Moment at={state.newestCopy} zone={zone} short />
    </div>
  );
}
