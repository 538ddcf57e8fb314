/** The login roles' groups that may call a function. */
type Caller = 'web_official' | 'web_resident' | 'worker';

/** A narrow way past the fence: what it is for, and who may use it. */
export type DefinerFunction = { readonly name: string; readonly callers: readonly Caller[]; readonly why: string };

/** Every `security definer` function of the house, in one list; one that is not here fails a test. */
export const definerFunctions: readonly DefinerFunction[] = [
  {
    name: 'kernel.free_jobs_of_dead_workers',
    callers: ['worker'],
    why: 'gives back what killed processes had taken',
  },
  { name: 'kernel.dead_letters', callers: ['web_official'], why: 'jobs that have used up their attempts, ids only' },
  { name: 'kernel.retry_dead_letter', callers: ['web_official'], why: 'gives one of them its attempts again' },
  { name: 'directory.authority_of_host', callers: ['web_resident'], why: 'whose front page a host name shows' },
  {
    name: 'directory.set_host_name',
    callers: ['web_official', 'worker'],
    why: 'host names are unique over all authorities; writes only for one of the scope',
  },
  {
    name: 'exchange.named_files',
    callers: ['worker'],
    why: 'asks which contents a delivery still names, whoever’s it is',
  },
  {
    name: 'exchange.troubled_deliveries',
    callers: ['web_official'],
    why: 'the operator’s page shows what has not been delivered, of all authorities; names of files only',
  },
  {
    name: 'exchange.sources_to_look_in',
    callers: ['worker'],
    why: 'folders of any authority that files are fetched from; ids only',
  },
  {
    name: 'exchange.troubled_sources',
    callers: ['web_official'],
    why: 'the operator’s page shows which folders could not be looked in, of all authorities',
  },
  {
    name: 'intake.named_files',
    callers: ['worker'],
    why: 'asks which contents a mapping or a file that came still names, whoever’s it is',
  },
  {
    name: 'notifications.troubled_tips',
    callers: ['web_official'],
    why: 'tips of all authorities that did not arrive, for the operator; no addresses',
  },
  {
    name: 'notifications.ask_again',
    callers: ['web_official'],
    why: 'allows a tip of an authority of the scope one more attempt, and notes who asked',
  },
  {
    name: 'notifications.erase_tips',
    callers: ['worker'],
    why: 'erases old tips of all authorities; tells only how many',
  },
  {
    name: 'base_registers.copy_of',
    callers: ['web_official', 'web_resident', 'worker'],
    why: 'a sealed copy, for who has the number and the key that makes its index',
  },
  ...(['base_registers.keep_copy', 'base_registers.touch_copy'] as const).map((name) => ({
    ...{ name, callers: ['web_official', 'web_resident', 'worker'] as const },
    why: 'what a register has just answered, by the index of its number',
  })),
  {
    name: 'base_registers.note_asked',
    callers: ['web_official', 'web_resident', 'worker'],
    why: 'how a register answered, for the operator; not about whom',
  },
  { name: 'base_registers.copies_due', callers: ['worker'], why: 'sealed copies that are to be asked for anew' },
  { name: 'base_registers.erase_old', callers: ['worker'], why: 'erases what nobody needs; tells only how many' },
  { name: 'base_registers.states', callers: ['web_official'], why: 'counts and times, for the operator' },
  {
    name: 'kernel.machine_client_by_key',
    callers: ['web_official'],
    why: 'whose key it is; asked before anybody is known, by who has the key',
  },
  {
    name: 'identity.party_of_number',
    callers: ['web_official'],
    why: 'whose number it is, for another system that has it already; makes nobody',
  },
  {
    name: 'overview.feed_by_token',
    callers: ['web_resident'],
    why: 'whose calendar an address is; asked before anybody is known, by who has its secret',
  },
  {
    name: 'overview.note_answers',
    callers: ['worker'],
    why: 'counts how sources of cases have answered; not about whom',
  },
  {
    name: 'overview.unmapped_codes',
    callers: ['web_official'],
    why: 'codes of other systems that nobody has said anything of, for the operator; counts and times only',
  },
  { name: 'overview.source_answers', callers: ['web_official'], why: 'counts and times, for the operator' },
  {
    name: 'overview.forget_last_known',
    callers: ['worker'],
    why: 'what sources have said of persons and nobody has asked for since; tells only how many',
  },
  {
    name: 'services.erase_drafts_left_alone',
    callers: ['worker'],
    why: 'drafts of all persons that nobody has touched for long; tells only how many',
  },
  {
    name: 'identity.ensure_party',
    callers: ['web_resident', 'worker'],
    why: 'whose number it is, at sign-in; makes the party the first time',
  },
  { name: 'identity.set_protected', callers: ['worker'], why: 'takes over a protected identity from a register' },
  {
    name: 'identity.names_of',
    callers: ['web_official', 'worker'],
    why: 'names of those in the office of an authority of the scope; none for a protected identity',
  },
  {
    name: 'identity.is_protected',
    callers: ['web_official', 'worker'],
    why: 'whether the identity of a party whose id the caller has is protected; nothing else of it',
  },
  {
    name: 'identity.reveal_number',
    callers: ['web_official', 'worker'],
    why: 'the only way to an identity number: writes the trace itself, for an authority of the scope',
  },
  {
    name: 'identity.take_over_protection',
    callers: ['web_resident', 'worker'],
    why: 'at sign-in, what the population register says of the person; leaves a trace itself',
  },
  {
    name: 'identity.follow_register',
    callers: ['worker'],
    why: 'the same for whoever has a number, when a job has asked the register anew',
  },
  {
    name: 'identity.own_number',
    callers: ['web_resident', 'worker'],
    why: 'the number of a party of the scope only, to ask registers with',
  },
  { name: 'identity.begin_sign_in', callers: ['web_resident'], why: 'keeps what the e-ID will be held against' },
  { name: 'identity.take_sign_in', callers: ['web_resident'], why: 'hands that out, once' },
  { name: 'identity.start_session', callers: ['web_resident'], why: 'a new token at each sign-in' },
  { name: 'identity.find_session', callers: ['web_resident'], why: 'whose token it is, with today’s grants' },
  { name: 'identity.touch_session', callers: ['web_resident'], why: 'that a session is in use; whoever has the token' },
  { name: 'identity.end_session', callers: ['web_resident'], why: 'signs out; whoever has the token' },
  { name: 'identity.sessions_of', callers: ['web_resident'], why: 'lists sessions of a party of the scope only' },
  {
    name: 'identity.end_sessions_of',
    callers: ['web_resident', 'worker'],
    why: 'ends sessions of a party of the scope only',
  },
  {
    name: 'identity.end_sessions_of_number',
    callers: ['web_resident', 'worker'],
    why: 'ends the sessions of whoever has the number, when a register says that they have died; tells only how many',
  },
  {
    name: 'identity.act_for',
    callers: ['web_resident'],
    why: 'writes in whose name a session of a party of the scope acts',
  },
  {
    name: 'identity.party_by_number',
    callers: ['web_official', 'web_resident', 'worker'],
    why: 'whose number somebody has typed; tells an id and nothing else, known or unknown',
  },
  {
    name: 'mandates.named_files',
    callers: ['worker'],
    why: 'asks which contents a mandate on paper still names, whoever’s it is',
  },
  {
    name: 'mandates.notices_due',
    callers: ['worker'],
    why: 'whose mandate soon ends or has ended, for the job that tells them; ids only',
  },
  {
    name: 'identity.parties_of_numbers',
    callers: ['web_resident', 'worker'],
    why: 'who has the numbers that a register has named as representatives; makes nobody',
  },
  {
    name: 'identity.protected_numbers',
    callers: ['web_resident'],
    why: 'whether a name that another register of mandates gives may be shown; tells nothing of numbers that nobody here has',
  },
  {
    name: 'mandates.keep_heard',
    callers: ['web_resident', 'worker'],
    why: 'what a register has just said of who may act for a party of the scope; the rows lie behind the others’ fences',
  },
  {
    name: 'mandates.principals_due',
    callers: ['worker'],
    why: 'for whom somebody may act and registers have not been asked for long; ids only',
  },
  {
    name: 'mandates.forget_elsewhere',
    callers: ['worker'],
    why: 'forgets whom other registers were asked about long ago, whoever it was',
  },
  {
    name: 'mandates.facts_at',
    callers: ['web_official'],
    why: 'what lets one party act for another at an authority of the scope, for that authority’s own systems',
  },
  {
    name: 'mandates.streams_at',
    callers: ['web_official'],
    why: 'signed mandates that concern an authority of the scope, for that authority’s own systems',
  },
  {
    name: 'mandates.facts_of',
    callers: ['web_resident', 'worker'],
    why: 'what lets one party act for another, whose rows the fence of who acts does not hold',
  },
  { name: 'identity.forget_expired', callers: ['worker'], why: 'deletes sessions and sign-ins that are over' },
  {
    name: 'identity.add_invitation',
    callers: ['web_official', 'worker'],
    why: 'writes only for an authority of the scope',
  },
  {
    name: 'identity.open_invitations',
    callers: ['web_official', 'worker'],
    why: 'lists only those of an authority of the scope',
  },
  {
    name: 'identity.withdraw_invitation',
    callers: ['web_official'],
    why: 'deletes only for an authority of the scope',
  },
  {
    name: 'identity.invitation_to_send',
    callers: ['worker'],
    why: 'what the mail of an invitation is made of, for an authority of the scope',
  },
  { name: 'identity.invitation_by_token', callers: ['web_resident'], why: 'what a link invites to; whoever has it' },
  {
    name: 'identity.accept_invitation',
    callers: ['web_resident'],
    why: 'gives the role of a link to a party of the scope, once',
  },
  { name: 'identity.is_number_of', callers: ['web_resident'], why: 'whether a number is that of a party of the scope' },
  {
    name: 'signing.names_in',
    callers: ['web_resident', 'worker'],
    why: 'who signs the same document as a party of the scope; none for a protected identity',
  },
  { name: 'signing.due', callers: ['worker'], why: 'signings of anybody whose deadline has passed; ids only' },
  { name: 'signing.forget_attempts', callers: ['worker'], why: 'deletes attempts that are over; tells nothing' },
  {
    name: 'approvals.due',
    callers: ['worker'],
    why: 'requests of any authority whose deadline has passed; ids only',
  },
  {
    name: 'cases.next_diary_ordinal',
    callers: ['web_resident', 'worker'],
    why: 'the next number of an authority of the scope; makes the sequence of a new year',
  },
  ...(['services.named_files', 'cases.named_files', 'mailbox.named_files', 'payroll.named_files'] as const).map(
    (name) => ({
      ...{ name, callers: ['worker'] as const },
      why: 'which of the given contents somebody still names, so that the others are removed; tells nothing more',
    }),
  ),
  {
    name: 'cases.applicant_name',
    callers: ['web_official'],
    why: 'the name of a protected applicant of a case of the scope, called when that right has been asked',
  },
  {
    name: 'cases.follow_protection',
    callers: ['worker'],
    why: 'a person protected, or no longer: so are their cases at all authorities; tells only how many',
  },
  { name: 'cases.due_for_erasure', callers: ['worker'], why: 'closed cases of all authorities that are due; ids only' },
];
