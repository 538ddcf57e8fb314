import { type Card, Day, Moment, StatusTag } from '../../../kernel/html/index.ts';
import type { SameKeys } from '../../../kernel/texts.ts';
import { stageOf } from '../case.ts';
import type { OwnCaseLine } from '../own-cases.ts';
import type { sv } from '../texts/sv.ts';
import { zoneOf } from '../zone.ts';

/** A case in a list of one's own. */
export function ownCaseCard(one: OwnCaseLine, t: SameKeys<typeof sv>): Card {
  const isDecided = one.outcome !== null;
  return {
    href: one.href,
    title: one.title,
    text: isDecided ? one.outcome : undefined,
    meta: (
      <>
        {one.authorityName} · {one.diaryNumber} · <Moment at={one.filedAt} zone={zoneOf(one)} short dayOnly />
        {one.state === 'received' && (
          <>
            {' '}
            · {t.own.expected} <Day on={one.dueOn} short />
          </>
        )}
      </>
    ),
    tag: <StatusTag stage={isDecided ? 'closed' : stageOf[one.state]} label={t.phase[one.state]} />,
  };
}
