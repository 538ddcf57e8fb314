/**
 * Tables that no web role may touch: they are asked before anybody is known (a session's token, an identity number), or
 * tell of rows behind the fence. A test holds the list against the catalogue.
 */
export const lookUpTables: readonly { readonly name: string; readonly why: string }[] = [
  { name: 'kernel.migration', why: 'which migrations the database has had; for the owner' },
  { name: 'kernel.login_role', why: 'encrypted passwords of the login roles; for the owner' },
  { name: 'kernel.job_worker', why: 'which processes run jobs; for the worker' },
  {
    name: 'base_registers.copy',
    why: 'sealed answers of registers, found by a keyed index of the number; known by no party',
  },
  { name: 'overview.source_answer', why: 'how sources of cases have answered; for the operator, as counts' },
  { name: 'base_registers.asked', why: 'how registers have answered; for the operator, as counts' },
  { name: 'directory.host_name', why: 'whose pages a host name shows; asked before anybody is known' },
  {
    name: 'identity.identity_number',
    why: 'sealed identity numbers; read by identity.reveal_number, which leaves a trace',
  },
  { name: 'identity.number_index', why: 'whose number it is; asked at sign-in' },
  { name: 'identity.session', why: 'whose token it is; asked before anybody is known' },
  { name: 'identity.sign_in_attempt', why: 'what the answer of the e-ID is held against; nobody is known yet' },
  { name: 'identity.invitation', why: 'which role a link gives; asked by who has only the link' },
];
