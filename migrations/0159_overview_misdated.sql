-- What a source dates in the future, or by other clocks than agreed, is told apart from other faults.
alter table overview.source_answer drop constraint source_answer_outcome_check;
alter table overview.source_answer add constraint source_answer_outcome_check check (outcome in (
  'answered', 'partial', 'nothing', 'not-asked', 'not-allowed', 'resting', 'crowded',
  'down', 'slow', 'broken', 'unknown-type', 'about-another', 'contradictory', 'too-large', 'forged', 'outdated',
  'misdated'
));
alter table base_registers.asked drop constraint asked_fault_check;
alter table base_registers.asked add constraint asked_fault_check check (
  fault in (
    'down', 'slow', 'broken', 'unknown-type', 'about-another', 'contradictory', 'too-large', 'forged', 'outdated',
    'misdated', 'disagreeing'
  )
);
