/** The login roles' groups that may call a function. */
type Caller = 'web_official' | 'web_resident' | 'worker';

/** A narrow way past the fence: what it is for, and who may use it. */
export type DefinerFunction = { readonly name: string; readonly callers: readonly Caller[]; readonly why: string };

/**
 * Tables that no web role may touch: they are asked before anybody is known (a session's token, an identity number), or
 * tell of rows behind the fence. A test holds the list against the catalogue.
 */
export const lookUpTables: readonly { readonly name: string; readonly why: string }[] = [
  { name: 'kernel.migration', why: 'which migrations the database has had; for the owner' },
  { name: 'kernel.login_role', why: 'encrypted passwords of the login roles; for the owner' },
  { name: 'kernel.job_worker', why: 'which processes run jobs; for the worker' },
  { name: 'directory.host_name', why: 'whose pages a host name shows; asked before anybody is known' },
];

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
    name: 'notifications.troubled_tips',
    callers: ['web_official'],
    why: 'tips of all authorities that did not arrive, for the operator; no addresses',
  },
  {
    name: 'services.erase_drafts_left_alone',
    callers: ['worker'],
    why: 'drafts of all persons that nobody has touched for long; tells only how many',
  },
];
