import { Actions, Button, Form, Moment, Page, Table, Tag, useTexts } from '../../../kernel/html/index.ts';
import type { OwnSession } from '../session.ts';
import { texts } from '../texts/index.ts';

export type SessionsProps = { readonly sessions: readonly (OwnSession & { readonly isThis: boolean })[] };

export function MySessions({ sessions }: SessionsProps) {
  const all = useTexts(texts);
  const t = all.sessions;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="wide"
      breadcrumbs={[{ href: '/mina-sidor/uppgifter', label: all.details.title }]}
    >
      <Table
        caption={t.caption}
        rows={sessions}
        rowKey={(one) => one.id}
        columns={[
          { header: t.device, names: true, cell: (one) => one.device || t.unknownDevice },
          { header: t.since, cell: (one) => <Moment at={one.createdAt} zone="Europe/Stockholm" short /> },
          { header: t.seen, cell: (one) => <Moment at={one.lastSeenAt} zone="Europe/Stockholm" short /> },
          { header: t.level, cell: (one) => all.details.assurance[one.assurance] },
          {
            header: t.action,
            cell: (one) =>
              one.isThis ? (
                <Tag tone="info">{t.this}</Tag>
              ) : (
                <Form action={`/mina-sidor/sessioner/${one.id}/avsluta`} class="al-inline-form">
                  <Button variant="secondary" size="sm" context={one.device || t.unknownDevice}>
                    {t.end}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      <Actions>
        {sessions.length > 1 && (
          <Form action="/mina-sidor/sessioner/avsluta-andra" class="al-inline-form">
            <Button variant="secondary">{t.endOthers}</Button>
          </Form>
        )}
        <Form action="/logga-ut" class="al-inline-form">
          <Button variant="tertiary">{t.signOut}</Button>
        </Form>
      </Actions>
    </Page>
  );
}
