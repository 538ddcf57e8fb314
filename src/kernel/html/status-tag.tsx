import { usePage, useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

/** Where a case stands, whoever handles it; a draft has not been sent yet. */
export type Stage = 'draft' | 'open' | 'waiting-applicant' | 'waiting-other' | 'closed';

const colours = {
  draft: 'neutral',
  open: 'accent',
  'waiting-applicant': 'warning',
  'waiting-other': 'neutral',
  closed: 'success',
} as const satisfies Record<Stage, string>;

const names = {
  draft: 'draft',
  open: 'open',
  'waiting-applicant': 'waitingApplicant',
  'waiting-other': 'waitingOther',
  closed: 'closed',
} as const;

export type StatusTagProps = {
  readonly stage: Stage;
  /** The service's own word for it: "Beviljad", "Under beredning". */
  readonly label?: string | undefined;
};

/** The stage in a word and a colour. To the applicant "Väntar på dig" is said to themselves, to the office of them. */
export function StatusTag({ stage, label }: StatusTagProps) {
  const t = useTexts(texts).status;
  const { reader } = usePage();
  const seenByOfficial = stage === 'waiting-applicant' && reader !== null && reader.kind !== 'person';
  return (
    <span class="ds-tag al-tag" data-color={colours[stage]} data-stage={stage}>
      {label ?? (seenByOfficial ? t.waitingApplicantSeenByOfficial : t[names[stage]])}
    </span>
  );
}

export type TagProps = {
  readonly tone?: 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger' | undefined;
  readonly children: string;
};

/** A word beside something: "Ny", "Sekretess". */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return (
    <span class="ds-tag al-tag" data-color={tone}>
      {children}
    </span>
  );
}
