import {
  Button,
  EmptyState,
  Form,
  Page,
  Section,
  Table,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import type { Fact } from '../facts/fact.ts';
import { contractOn, ownPosts } from '../requests/employments.ts';
import type { Waiting } from '../requests/manage.ts';
import { texts } from '../texts/index.ts';
import { daysText } from './days-text.ts';
import { factText } from './fact-text.ts';

export type OpenTimePageProps = { readonly authority: Authority; readonly waiting: Waiting };

/** Hours and absence that wait for a manager: of their own people. */
export function OpenTimePage({ authority, waiting }: OpenTimePageProps) {
  const { time: t, board } = useTexts(texts);
  const { language } = usePage();
  const { hours, requests } = waiting;
  const country = authority.country === 'SE' ? 'SE' : 'AX';
  const href = `/lon/${authority.slug}/tid`;
  return (
    <Page
      title={t.title}
      kicker={authority.name}
      lead={t.lead}
      breadcrumbs={[{ href: '/lon', label: board.title }]}
      width="wide"
    >
      {hours.length + requests.length === 0 && <EmptyState title={t.empty} />}
      {requests.length > 0 && (
        <Section title={t.asked}>
          <Table
            caption={t.asked}
            captionHidden
            rows={requests}
            rowKey={({ request }) => request.id}
            columns={[
              {
                header: t.who,
                names: true,
                cell: ({ employee, request }) => <Who employee={employee} about={request} />,
              },
              {
                header: t.what,
                cell: ({ request }) => factText({ ...request, seq: 0 } as Fact, country, language), // of the same kind
              },
              { header: t.days, cell: ({ request: { from, to } }) => daysText({ from, to }, language) },
              {
                header: t.answer,
                cell: ({ employee, request }) => (
                  <Form action={`${href}/begaran/${request.id}`} class="al-form al-form--inline">
                    <TextField name={`reason-${request.id}`} label={t.reason} />
                    <Button name="state" value="approved" size="sm" context={employee.name}>
                      {t.approve}
                    </Button>
                    <Button name="state" value="refused" variant="secondary" size="sm" context={employee.name}>
                      {t.refuse}
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
        </Section>
      )}
      {hours.length > 0 && (
        <Section title={t.hours}>
          <Table
            caption={t.hours}
            captionHidden
            rows={hours}
            rowKey={({ employee, fact }) => `${employee.id} ${fact.seq}`}
            columns={[
              { header: t.who, names: true, cell: ({ employee, fact }) => <Who employee={employee} about={fact} /> },
              { header: t.what, cell: ({ fact }) => factText(fact, country, language) },
              { header: t.days, cell: ({ fact }) => daysText(fact, language) },
              {
                header: t.answer,
                cell: ({ employee, fact }) => (
                  <Form action={href} class="al-form al-form--inline">
                    <input type="hidden" name="employee" value={employee.id} />
                    <input type="hidden" name="seq" value={String(fact.seq)} />
                    <Button variant="secondary" size="sm" context={employee.name}>
                      {t.approve}
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}

type WhoProps = {
  readonly employee: Waiting['hours'][number]['employee'];
  readonly about: { readonly employment: number | null; readonly from: string };
};

/** Somebody's name, and in which employment where they have several. */
function Who({ employee, about }: WhoProps) {
  const contract = ownPosts([employee]).length > 1 ? contractOn(employee, about.employment, about.from) : undefined;
  if (!contract) return <>{employee.name}</>;
  return (
    <>
      {employee.name}
      <br />
      <small>
        {contract.body.title}, {contract.body.unit}
      </small>
    </>
  );
}
