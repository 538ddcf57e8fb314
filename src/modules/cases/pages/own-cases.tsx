import { ButtonLink, CardList, EmptyState, Page, Pagination, useTexts } from '../../../kernel/html/index.ts';
import type { OwnCases } from '../own-cases.ts';
import { texts } from '../texts/index.ts';
import { ownCaseCard } from './own-case-card.tsx';

export function OwnCasesPage({ cases, next }: OwnCases) {
  const t = useTexts(texts);
  return (
    <Page
      title={t.own.listTitle}
      lead={t.own.listLead}
      breadcrumbs={[{ href: '/mina-sidor', label: t.home.title }]}
      width="wide"
    >
      {cases.length > 0 ? (
        <CardList items={cases.map((one) => ownCaseCard(one, t))} />
      ) : (
        <EmptyState
          title={t.home.noCases}
          action={
            <ButtonLink href="/" variant="secondary">
              {t.home.findService}
            </ButtonLink>
          }
        >
          {t.home.noCasesText}
        </EmptyState>
      )}
      <Pagination nextHref={next === null ? undefined : `/mina-sidor/arenden?efter=${next}`} />
    </Page>
  );
}
