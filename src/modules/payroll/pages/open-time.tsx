import { Button, EmptyState, Form, Page, Table, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import { writeFine } from '../engine/amount.ts';
import { unpackFacts } from '../facts/fact.ts';
import type { Employee } from '../store/facts.ts';
import { texts } from '../texts/index.ts';
import { lineNames } from '../texts/line-names.ts';

export type OpenTimePageProps = { readonly authority: Authority; readonly employees: readonly Employee[] };

/** Hours that nobody has approved: a manager's list. */
export function OpenTimePage({ authority, employees }: OpenTimePageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const rows = employees.flatMap((employee) =>
    unpackFacts(employee.facts).flatMap((fact) =>
      fact.kind === 'time' && !fact.body.approved ? [{ employee, fact }] : [],
    ),
  );
  return (
    <Page title={t.time.title} kicker={authority.name} width="wide">
      {rows.length === 0 ? (
        <EmptyState title={t.time.empty} />
      ) : (
        <Table
          caption={t.time.title}
          captionHidden
          rows={rows}
          rowKey={({ employee, fact }) => `${employee.id} ${fact.seq}`}
          columns={[
            { header: t.board.people, names: true, cell: ({ employee }) => employee.name },
            { header: t.board.month, cell: ({ fact }) => `${fact.from} – ${fact.to ?? ''}` },
            {
              header: t.findings['time-not-approved'],
              cell: ({ fact }) => `${lineNames[fact.body.code][language]} ${writeFine(fact.body.quantity)}`,
            },
            {
              header: t.time.approve,
              cell: ({ employee, fact }) => (
                <Form action={`/lon/${authority.slug}/tid`} class="al-form al-form--inline">
                  <input type="hidden" name="employee" value={employee.id} />
                  <input type="hidden" name="seq" value={String(fact.seq)} />
                  <Button variant="secondary">{t.time.approve}</Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
