import { dateIn } from '../../kernel/calendar/format.ts';
import type { Scope } from '../../kernel/scope.ts';
import { bareItem, type CaseSource, type OverviewItem } from '../overview/index.ts';
import { openSignings } from '../signing/index.ts';
import { texts } from './texts/index.ts';

type Line = Awaited<ReturnType<typeof openSignings>>['mine'][number];

/** What awaits the person's signature, or others' on what they have a part in. */
export const signatureSource: CaseSource = {
  id: 'signatures',
  name: { sv: 'Underskrifter', fi: 'Allekirjoitukset', en: 'Signatures' },
  kind: 'house',
  rank: 20,
  async cases(scope) {
    const { mine, others } = await openSignings(scope);
    if (mine.length + others.length === 0) return { state: 'nothing', asOf: scope.now };
    const items = [...mine, ...others].map((line) => itemOf(scope, line));
    return { state: 'answered', value: { items, more: false, missing: [] }, asOf: scope.now };
  },
};

function itemOf(scope: Scope, line: Line): OverviewItem {
  const t = texts[scope.language].overview;
  const isMine = line.ball === 'me';
  return {
    ...bareItem,
    ...{ source: 'signatures', id: line.id, codes: null, href: `/mina-sidor/signera/${line.id}` },
    title: line.title[scope.language],
    authority: t.signatures,
    status: { words: isMine ? t.awaitsSignature : t.awaitsOthersSignature, normal: 'waiting' },
    ball: isMine ? 'me' : 'them',
    nextStep: isMine ? t.sign : null,
    deadline: { on: dateIn('SE', line.deadline).toString(), counted: t.signByCounted },
    last: { at: line.at.toString(), words: t.changed },
  };
}
