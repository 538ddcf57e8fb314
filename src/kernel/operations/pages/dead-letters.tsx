import { Alert, Button, EmptyState, Form, Moment, Page, Pagination, Table, useTexts } from '../../html/index.ts';
import type { DeadLetter } from '../dead-letter.ts';
import { useOperationsCrumb } from '../operations-crumb.ts';
import { texts } from '../texts/index.ts';

export type DeadLettersProps = {
  readonly letters: readonly DeadLetter[];
  readonly nextHref?: string | undefined;
  readonly retried: boolean;
};

export function DeadLetters({ letters, nextHref, retried }: DeadLettersProps) {
  const t = useTexts(texts).letters;
  return (
    <Page title={t.title} lead={t.lead} width="wide" look="dense" breadcrumbs={[useOperationsCrumb()]}>
      {retried && <Alert tone="success">{t.again}</Alert>}
      {letters.length === 0 ? (
        <EmptyState title={t.empty}>
          <p>{t.emptyWhy}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.caption}
          captionHidden
          rows={letters}
          rowKey={(letter) => letter.job}
          columns={[
            { header: t.task, names: true, cell: (letter) => letter.task },
            { header: t.why, cell: (letter) => letter.why },
            { header: t.attempts, align: 'end', cell: (letter) => letter.attempts },
            { header: t.failedAt, cell: (letter) => <Moment at={letter.failedAt} zone="Europe/Stockholm" short /> },
            {
              header: t.act,
              cell: (letter) => (
                <Form action={`/drift/handelser/${letter.job}/gor-om`}>
                  <Button variant="secondary" size="sm" context={letter.task}>
                    {t.retry}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  );
}
