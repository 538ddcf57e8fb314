import { EmptyState, Page, useTexts } from '../../../kernel/html/index.ts';
import type { AllExceptions } from '../read-exceptions.ts';
import { texts } from '../texts/index.ts';
import { ExceptionList } from './exception-list.tsx';

/** What is left to decide on over every employer of the officer, the most dangerous first. */
export function AllExceptionsPage({ view }: { readonly view: AllExceptions }) {
  const t = useTexts(texts);
  const { asked, left, mayAnswer } = view;
  return (
    <Page
      title={t.run.exceptions}
      lead={asked.length > 0 ? t.exceptions.lead(left) : undefined}
      breadcrumbs={[{ href: '/lon', label: t.board.title }]}
      width="wide"
      look="dense"
    >
      <div id="undantag">
        {asked.length === 0 ? (
          <EmptyState title={t.run.noExceptions}>{t.run.noExceptionsText}</EmptyState>
        ) : (
          <ExceptionList asked={asked} overAll readOnly={!mayAnswer} />
        )}
      </div>
      {asked.length < left && <p>{t.exceptions.more(left - asked.length)}</p>}
    </Page>
  );
}
