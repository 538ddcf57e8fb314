import {
  Button,
  EmptyState,
  Form,
  Page,
  Section,
  Tag,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import { differenceClasses } from '../parallel/compare.ts';
import type { AnsweredDifference, ParallelMonth } from '../parallel/parallel-run.ts';
import { texts } from '../texts/index.ts';
import { lineNames } from '../texts/line-names.ts';
import { amountText } from './amount.ts';
import { monthText } from './month.ts';

export type ParallelMonthPageProps = { readonly authority: Authority; readonly view: ParallelMonth };

/** Where the two systems do not say the same in a month, and what somebody has found it to be. */
export function ParallelMonthPage({ authority, view }: ParallelMonthPageProps) {
  const { parallel: t, board } = useTexts(texts);
  const { language } = usePage();
  const { month, equal, left, differences } = view;
  return (
    <Page
      title={`${t.title}, ${monthText(month, language)}`}
      kicker={authority.name}
      lead={t.summary(equal, differences.length, left)}
      breadcrumbs={[
        { href: '/lon', label: board.title },
        { href: `/lon/${authority.slug}/parallell`, label: t.title },
      ]}
      width="wide"
      look="dense"
    >
      <Section title={t.differences}>
        {differences.length === 0 ? (
          <EmptyState title={t.noDifferences} />
        ) : (
          <ol class="al-todo">
            {differences.map((one) => (
              <li key={`${one.number} ${one.code}`} class="al-todo__item" data-tone={one.mapped ? 'warning' : 'danger'}>
                <OneDifference one={one} authority={authority} month={month} />
              </li>
            ))}
          </ol>
        )}
      </Section>
    </Page>
  );
}

type OneDifferenceProps = {
  readonly one: AnsweredDifference;
  readonly authority: Authority;
  readonly month: string;
};

function OneDifference({ one, authority, month }: OneDifferenceProps) {
  const { parallel: t } = useTexts(texts);
  const { language } = usePage();
  const country = authority.country === 'SE' ? 'SE' : 'AX';
  const money = (amount: number) => amountText(amount, country, language);
  const name = one.mapped ? (lineNames[one.code as keyof typeof lineNames]?.[language] ?? one.code) : one.code;
  const { answer, employee } = one;
  return (
    <>
      <h3 class="al-h3">
        {one.name ?? t.nobody} {one.number} · {name}
      </h3>
      <p>
        {t.old} {money(one.old)} · {t.ours} {money(one.now)} · {t.difference} {money(one.now - one.old)}
      </p>
      {!one.mapped && <p>{t.unmapped}</p>}
      {answer && (
        <p>
          <Tag tone={answer.class === 'new-wrong' ? 'danger' : 'success'}>{t.classes[answer.class]}</Tag>{' '}
          {answer.reason} ({answer.byName})
        </p>
      )}
      {employee && one.mapped && (
        <Form action={`/lon/${authority.slug}/parallell/${month.slice(0, 7)}`} class="al-form al-form--inline">
          <input type="hidden" name="employee" value={employee} />
          <input type="hidden" name="code" value={one.code} />
          <TextField name={`reason-${employee}-${one.code}`} label={t.why} />
          {differenceClasses.map((each) => (
            <Button key={each} name="class" value={each} variant="secondary" size="sm" context={`${one.name} ${name}`}>
              {t.classes[each]}
            </Button>
          ))}
        </Form>
      )}
    </>
  );
}
