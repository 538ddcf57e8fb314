import type { RefusalText } from '../texts.ts';
import { ButtonLink } from './button.tsx';
import { Page } from './page.tsx';
import { usePage, useTexts } from './page-context.ts';
import { homeOf } from './page-header.tsx';
import { texts } from './texts/index.ts';

type Told = RefusalText & {
  readonly requestId: string;
  /** The HTTP status, for those who help. */
  readonly status: number;
};

/** An expected "no": what happened is the heading, then why, then what to do now. */
export function RefusalPage(told: Told) {
  return <ToldPage {...told} title={told.what} />;
}

/** Something that should not have happened. Without texts of its own it says that the fault is ours. */
export function DefectPage(told: Pick<Told, 'requestId' | 'status'> & Partial<RefusalText>) {
  const t = useTexts(texts).defect;
  return <ToldPage {...t} {...told} title={t.title} lead={told.what ?? t.what} />;
}

function ToldPage({
  title,
  lead,
  why,
  next,
  requestId,
  status,
}: Told & { readonly title: string; readonly lead?: string }) {
  const t = useTexts(texts).refusal;
  const { authority } = usePage();
  return (
    <Page title={title} lead={lead}>
      <div class="al-told">
        <p>{why}</p>
        <h2 class="al-h2">{t.next}</h2>
        <p>{next}</p>
        <ButtonLink href={homeOf(authority)} variant="secondary">
          {t.home}
        </ButtonLink>
        <p class="al-told__id">
          {t.requestId}: <code>{requestId}</code> ({status})
        </p>
      </div>
    </Page>
  );
}
