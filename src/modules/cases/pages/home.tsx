import {
  ButtonLink,
  type Card,
  CardList,
  dayText,
  EmptyState,
  Page,
  Section,
  StatusTag,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { cosignTexts } from '../cosign-texts/index.ts';
import type { OwnCaseLine } from '../own-cases.ts';
import { texts } from '../texts/index.ts';
import { ownCaseCard } from './own-case-card.tsx';

export type HomeDraft = {
  readonly href: string;
  readonly title: string;
  readonly authorityName: string;
  readonly savedOn: Temporal.PlainDate;
  /** The last day on which others can sign it; null when it waits for nobody. */
  readonly signBy: Temporal.PlainDate | null;
  /** It waited for others to sign it, and is open again. */
  readonly cameBack: boolean;
};

export type HomeSignature = { readonly href: string; readonly title: string; readonly by: Temporal.PlainDate };

export type HomeProps = {
  /** What awaits the person's signature. */
  readonly signatures: readonly HomeSignature[];
  readonly cases: readonly OwnCaseLine[];
  readonly hasMore: boolean;
  /** Those in which it is the person's move. */
  readonly waiting: readonly OwnCaseLine[];
  readonly drafts: readonly HomeDraft[];
  readonly unread: number;
  /** From here on the number is "many". */
  readonly unreadMost: number;
};

/** What waits for the person, and how their cases are going. */
export function HomePage({ signatures, cases, hasMore, waiting, drafts, unread, unreadMost }: HomeProps) {
  const t = useTexts(texts);
  const cosign = useTexts(cosignTexts).home;
  const { reader, language } = usePage();
  const open = drafts.filter(({ signBy }) => signBy === null);
  const awaited = drafts.flatMap(({ href, title, authorityName, signBy }) =>
    signBy === null
      ? []
      : [
          {
            ...{ href, title: cosign.waiting(title), meta: cosign.by(authorityName, dayText(signBy, language)) },
            tag: <StatusTag stage="waiting-other" />,
          },
        ],
  );
  const todo: Card[] = [
    ...signatures.map(({ href, title, by }) => ({
      href,
      title: t.home.sign(title),
      meta: t.home.signBy(dayText(by, language)),
      tag: <StatusTag stage="waiting-applicant" />,
    })),
    ...waiting.map((one) => ({
      href: one.href,
      title: t.home.answer(one.title),
      meta: `${one.authorityName} · ${one.diaryNumber}`,
      tag: <StatusTag stage="waiting-applicant" />,
    })),
    ...(unread > 0
      ? [
          {
            href: '/mina-sidor/meddelanden',
            title: unread >= unreadMost ? t.home.manyUnread(unreadMost - 1) : t.home.unread(unread),
          },
        ]
      : []),
    ...open.map((draft) => ({
      href: draft.href,
      title: draft.cameBack ? cosign.again(draft.title) : t.home.draft(draft.title),
      meta: `${draft.authorityName} · ${t.home.draftSaved(dayText(draft.savedOn, language))}`,
      tag: <StatusTag stage="draft" />,
    })),
  ];
  return (
    <Page title={t.home.title} lead={t.home.lead(reader?.name ?? '')} width="wide">
      <Section title={t.home.waiting}>
        {todo.length > 0 ? <CardList items={todo} level={3} /> : <p>{t.home.nothingWaits}</p>}
      </Section>
      {awaited.length > 0 && (
        <Section title={cosign.others}>
          <CardList items={awaited} level={3} />
        </Section>
      )}
      <Section title={t.home.cases} action={hasMore && <a href="/mina-sidor/arenden">{t.home.allCases}</a>}>
        {cases.length > 0 ? (
          <CardList items={cases.map((one) => ownCaseCard(one, t))} level={3} />
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
      </Section>
    </Page>
  );
}
