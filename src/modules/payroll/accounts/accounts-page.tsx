import { Day, EmptyState, Moment, Page, Table, Tag, useTexts } from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import { texts } from '../texts/index.ts';
import type { NamedAccountChange } from './read-accounts.ts';

export type AccountsPageProps = { readonly authority: Authority; readonly changes: readonly NamedAccountChange[] };

const tones = { awaits: 'warning', 'waits-a-day': 'info', stands: 'success', refused: 'danger' } as const;

/** Accounts that have been changed: who waits for another officer, who for their banking day. */
export function AccountsPage({ authority, changes }: AccountsPageProps) {
  const { accounts: t, board } = useTexts(texts);
  return (
    <Page
      title={t.title}
      kicker={authority.name}
      lead={t.lead}
      breadcrumbs={[{ href: '/lon', label: board.title }]}
      width="wide"
      look="dense"
    >
      {changes.length === 0 ? (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      ) : (
        <Table
          caption={t.title}
          captionHidden
          rows={changes}
          rowKey={({ id }) => id}
          columns={[
            {
              header: t.who,
              names: true,
              cell: ({ employee, name }) => (
                <a class="ds-link" href={`/lon/${authority.slug}/person/${employee}/vid-sidan-av`}>
                  {name}
                </a>
              ),
            },
            { header: t.account, cell: ({ hint }) => hint },
            { header: t.what, cell: ({ changes: isChange }) => (isChange ? t.replaces : t.first) },
            { header: t.proposed, cell: ({ madeAt }) => <Moment at={madeAt} zone="Europe/Mariehamn" short /> },
            {
              header: t.state,
              cell: ({ standing, request }) => (
                <>
                  <Tag tone={tones[standing]}>{t.states[standing]}</Tag>{' '}
                  {standing === 'awaits' && (
                    <a class="ds-link" href={`/handlaggning/godkannanden/${authority.id}/${request}`}>
                      {t.approve}
                    </a>
                  )}
                </>
              ),
            },
            { header: t.paidTo, cell: ({ payableFrom }) => payableFrom !== null && <Day on={payableFrom} /> },
          ]}
        />
      )}
    </Page>
  );
}
