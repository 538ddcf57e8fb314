-- Registers that sign their answers are counted beside the sources of cases.
alter table overview.source_answer drop constraint source_answer_outcome_check;
alter table overview.source_answer add constraint source_answer_outcome_check check (outcome in (
  'answered', 'partial', 'nothing', 'not-asked', 'not-allowed', 'resting', 'crowded',
  'down', 'slow', 'broken', 'unknown-type', 'about-another', 'contradictory', 'too-large', 'forged', 'outdated'
));
