import type { SameKeys } from '../../texts.ts';
import type { sv } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  home: {
    title: 'Operations',
    lead: 'What the joint operations need to see and do.',
    municipalities: 'Municipalities',
    municipalitiesHint: 'Join a municipality, and see which have joined.',
    successions: 'Successions',
    successionsHint: 'When one authority takes over after another: announce it, and see whom it touches.',
    services: 'Services',
    servicesHint: 'What has not been checked against the law, and so is not offered.',
    letters: 'Events that did not go through',
    lettersHint: 'Tried as many times as it may be, and waiting for a human.',
    registers: 'Registers',
    registersHint: 'How the population, company and guardianship registers answer.',
    sources: 'Sources of the case overview',
    sourcesHint: 'How other authorities’ systems answer, fault by fault.',
    deliveries: 'Deliveries that did not arrive',
    deliveriesHint: 'Files to others that have not been received.',
    tips: 'Tips that did not arrive',
    tipsHint: 'E-mail about new messages that was refused, or whose fate is unknown.',
  },
  letters: {
    title: 'Events that did not go through',
    lead: 'Each row is something that should have followed on an event. Nothing is lost: do it again when the cause is mended.',
    caption: 'Events that did not go through',
    empty: 'Everything has gone through',
    emptyWhy: 'Nothing waits for a human.',
    task: 'What was to be done',
    why: 'Why it failed',
    attempts: 'Attempts',
    failedAt: 'Last tried',
    act: 'Action',
    retry: 'Do it again',
    again: 'It is being done again now.',
  },
};
