/** Who has the ball: whose move it is, seen from the person whose overview it is. */
export const balls = ['me', 'them', 'done'] as const;
export type Ball = (typeof balls)[number];

/** How far a case has come, in words that hold for every source; `other` is a status that nobody has mapped yet. */
export const normalStatuses = [
  'draft',
  'received',
  'in-progress',
  'waiting',
  'decided',
  'closed',
  'withdrawn',
  'other',
] as const;
export type NormalStatus = (typeof normalStatuses)[number];

/** Something that happened, as the source tells it; `at` is ISO 8601 in UTC. */
export type ItemEvent = { readonly at: string; readonly words: string };

/**
 * One case of the person's, whoever handles it. Days and moments are ISO 8601 texts: an item is shown, sealed and sent,
 * not counted with.
 */
export type OverviewItem = {
  /** The source's id, and the case's id in it. */
  readonly source: string;
  readonly id: string;
  readonly title: string;
  /** What kind of case it is, where somebody has said what the source's type means. */
  readonly kind: string | null;
  /** Who handles it. */
  readonly authority: string;
  readonly status: { readonly words: string; readonly normal: NormalStatus };
  /** The source's own codes, by which an administrator's mapping finds its words; null for our own. */
  readonly codes: { readonly status: string | null; readonly type: string | null } | null;
  readonly ball: Ball;
  readonly nextStep: string | null;
  /** The last day to act, and how it was counted. */
  readonly deadline: { readonly on: string; readonly counted: string } | null;
  /** When an answer may be expected, and how that was counted. */
  readonly expected: { readonly on: string; readonly counted: string } | null;
  readonly last: ItemEvent;
  /** Where one acts: a path of ours, or another's address; null when there is none. */
  readonly href: string | null;
  /** The case's number, as people say it (diarienummer). */
  readonly reference: string | null;
  /** Names that the same case may have in another source: `case:AUTHORITY/ID`. */
  readonly sameAs: readonly string[];
  readonly parties: readonly string[];
  readonly documents: readonly { readonly title: string; readonly href: string | null }[];
  readonly related: readonly string[];
  /** What has happened, oldest first. */
  readonly events: readonly ItemEvent[];
};

/** What an item from elsewhere lacks, so that a connector names only what its protocol has. */
export const bareItem = {
  kind: null,
  nextStep: null,
  deadline: null,
  expected: null,
  href: null,
  reference: null,
  sameAs: [],
  parties: [],
  documents: [],
  related: [],
  events: [],
} as const;

/** By urgency for what waits for the person, else by what happened last. */
export function byUrgency(one: OverviewItem, other: OverviewItem): number {
  const place = balls.indexOf(one.ball) - balls.indexOf(other.ball);
  if (place !== 0) return place;
  if (one.ball === 'me') {
    const [mine, theirs] = [one.deadline?.on ?? '9999', other.deadline?.on ?? '9999'];
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return one.last.at < other.last.at ? 1 : one.last.at > other.last.at ? -1 : 0;
}
