import { bareItem, type CaseSource } from '../overview/index.ts';
import { ownDrafts } from './open-draft.ts';
import { texts } from './texts/index.ts';

/** What the person has begun and not sent. */
export const draftSource: CaseSource = {
  id: 'drafts',
  name: { sv: 'Det du har påbörjat', fi: 'Aloittamasi', en: 'What you have begun' },
  kind: 'house',
  rank: 20,
  async cases(scope) {
    // What waits for signatures stands among the signatures.
    const drafts = (await ownDrafts(scope)).filter(({ signBy }) => signBy === null);
    if (drafts.length === 0) return { state: 'nothing', asOf: scope.now };
    const t = texts[scope.language].overview;
    const items = drafts.map((draft) => ({
      ...bareItem,
      ...{ source: 'drafts', id: draft.id, codes: null, ball: 'me' as const, href: draft.href },
      title: draft.title,
      authority: draft.authority.name,
      status: { words: t.begun, normal: 'draft' as const },
      nextStep: t.next,
      last: { at: draft.changedAt.toString(), words: t.saved },
    }));
    return { state: 'answered', value: { items, more: false, missing: [] }, asOf: scope.now };
  },
};
