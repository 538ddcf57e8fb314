import {
  Actions,
  Button,
  DateField,
  type DateParts,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Page,
  Section,
  Select,
  Table,
  Tag,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import type { Country } from '../engine/codes.ts';
import { type Fact, unpackFacts } from '../facts/fact.ts';
import type { OwnWork } from '../requests/ask.ts';
import { EVERY, type OwnPost } from '../requests/employments.ts';
import { absences, hours } from '../requests/request.ts';
import type { RequestRow } from '../store/requests.ts';
import { absenceCauses, hoursBeyond } from '../texts/fact-names.ts';
import { texts } from '../texts/index.ts';
import { lineNames } from '../texts/line-names.ts';
import { daysText } from './days-text.ts';
import { FactList } from './fact-list.tsx';
import { factText } from './fact-text.ts';

/** What was typed, kept when it is refused. */
export type Typed = {
  readonly what: string;
  readonly from: DateParts;
  readonly to: DateParts;
  readonly hours: string;
  /** The key of the employment, all of them, or nothing where there is one. */
  readonly employment: string;
};

export type OwnWorkPageProps = {
  readonly authority: Authority;
  readonly work: OwnWork;
  readonly typed?: Typed | undefined;
  readonly errors?: readonly FieldError[];
};

/** An employee's own absence, hours, tax card and what else their employer counts with. */
export function OwnWorkPage({ authority, work, typed, errors = [] }: OwnWorkPageProps) {
  const { work: t } = useTexts(texts);
  const { language } = usePage();
  const { employees, posts, requests } = work;
  const [{ country }] = employees;
  const name = ({ title, unit }: OwnPost) => `${title}, ${unit}`;
  const postOf = (one: RequestRow) =>
    posts.find(({ employee, employment }) => employee === one.employee && employment === one.employment);
  const factsOf = (id: string) => unpackFacts(employees.find((one) => one.id === id)?.facts ?? '[]');
  const all = employees.flatMap(({ id }) => factsOf(id));
  const personal = posts.length > 1 ? all.filter(({ employment }) => employment === null) : all;
  const href = `/mina-sidor/lon/${authority.slug}/arbete`;
  return (
    <Page
      title={t.title}
      kicker={authority.name}
      lead={t.lead}
      breadcrumbs={[{ href: '/mina-sidor/lon', label: t.pay }]}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Section title={t.tell}>
        <Form action={href}>
          <Select
            name="what"
            label={t.what}
            value={typed?.what}
            error={errorAt(errors, 'what')}
            choices={choices(country, language)}
          />
          {posts.length > 1 && (
            <Select
              name="employment"
              label={t.employment}
              hint={t.employmentHint}
              value={typed?.employment}
              error={errorAt(errors, 'employment')}
              choices={[
                ...posts.map((one) => ({ value: one.key, label: name(one) })),
                { value: EVERY, label: t.every },
              ]}
            />
          )}
          <DateField name="from" label={t.from} value={typed?.from} error={errorAt(errors, 'from')} />
          <DateField name="to" label={t.to} hint={t.toHint} value={typed?.to} error={errorAt(errors, 'to')} />
          <TextField
            name="hours"
            label={t.hours}
            hint={t.hoursHint}
            value={typed?.hours}
            error={errorAt(errors, 'hours')}
            inputMode="decimal"
            width="tiny"
          />
          <Actions>
            <Button>{t.send}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t.said}>
        {requests.length === 0 ? (
          <EmptyState title={t.nothing} />
        ) : (
          <Table
            caption={t.said}
            captionHidden
            rows={requests}
            rowKey={({ id }) => id}
            columns={[
              {
                header: t.what,
                names: true,
                cell: (one) => factText({ ...one, seq: 0 } as Fact, country, language), // of the same kind
              },
              ...(posts.length > 1
                ? [
                    {
                      header: t.employment,
                      cell: (one: RequestRow) => {
                        const post = postOf(one);
                        return post ? name(post) : '–';
                      },
                    },
                  ]
                : []),
              { header: t.days, cell: ({ from, to }) => daysText({ from, to }, language) },
              {
                header: t.state,
                cell: ({ state, reason, by }) => (
                  <>
                    <Tag tone={tones[state]}>{t.states[state]}</Tag> {by}
                    {reason && <p>{reason}</p>}
                  </>
                ),
              },
              {
                header: t.takeBack,
                cell: ({ id, state }) =>
                  state === 'waiting' && (
                    <Form action={`${href}/${id}/ta-tillbaka`} class="al-form al-form--inline">
                      <Button variant="secondary" size="sm">
                        {t.takeBack}
                      </Button>
                    </Form>
                  ),
              },
            ]}
          />
        )}
      </Section>
      <Section title={t.known}>
        <p>{t.knownLead}</p>
        <FactList facts={personal} country={country} />
      </Section>
      {posts.length > 1 &&
        posts.map((one) => (
          <Section key={one.key} title={name(one)}>
            <FactList
              facts={factsOf(one.employee).filter(({ employment }) => employment === one.employment)}
              country={country}
            />
          </Section>
        ))}
    </Page>
  );
}

const tones = { waiting: 'neutral', approved: 'success', refused: 'danger', withdrawn: 'neutral' } as const;

function choices(country: Country, language: 'sv' | 'fi' | 'en') {
  return [
    ...absences.map((cause) => ({ value: cause, label: absenceCauses[cause][language] })),
    ...hours[country].map((code) => ({
      value: code,
      label: (code === 'additional-hours' ? hoursBeyond : lineNames[code])[language],
    })),
  ];
}
