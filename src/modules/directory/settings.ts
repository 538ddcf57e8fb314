import type { AuthorityId } from '../../kernel/ids.ts';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { makeTheme } from './accent.ts';
import type { Authority, Contact } from './authority.ts';
import { authorityById, authorityWithin, forget } from './find-authority.ts';
import { setHostName, updateSettings } from './store/authorities.ts';
import {
  type BarrierReport,
  deleteBarrierReport,
  insertBarrierReport,
  loadBarrierReports,
} from './store/barrier-reports.ts';
import { deleteTheme, saveTheme } from './store/themes.ts';

/** What an authority decides of itself. */
export type Settings = {
  readonly contact: Contact;
  /** `#175a52`; null is Allmänning's own. */
  readonly accent: string | null;
  readonly hostName: string | null;
};

/** What its administrator sees. */
export async function readSettings(
  scope: Scope,
  authority: AuthorityId,
): Promise<{ readonly authority: Authority; readonly reports: readonly BarrierReport[] }> {
  const permission = await permit(scope, 'authority.administer', { authority });
  return scope.reaching(permission, { authorities: [authority] }).read(async (tx) => {
    const [found, reports] = await Promise.all([authorityWithin(tx, authority), loadBarrierReports(tx, authority)]);
    return { authority: found, reports };
  });
}

/**
 * @param revision of the settings that the administrator saw
 * @throws Refusal invalid for a colour with too little contrast, conflict when somebody else has changed the settings or
 *   another authority has the host name, not-allowed
 */
export async function saveSettings(
  scope: Scope,
  authority: AuthorityId,
  revision: number,
  settings: Settings,
): Promise<void> {
  const permission = await permit(scope, 'authority.administer', { authority });
  const theme = settings.accent === null ? null : await makeTheme(settings.accent);
  const hostName = settings.hostName === null ? null : checkedHostName(settings.hostName);
  await scope.reaching(permission, { authorities: [authority] }).write(async (tx) => {
    const before = await authorityWithin(tx, authority);
    await updateSettings(tx, authority, revision, { contact: settings.contact, accent: theme?.accent ?? null });
    if (before.hostName !== hostName) await setHostName(tx, authority, hostName);
    if (theme) await saveTheme(tx, authority, theme.css, scope.now);
    else await deleteTheme(tx, authority);
  });
  forget(authority);
}

/** The name only, `service.sottunga.ax`: no scheme, path or port. */
function checkedHostName(text: string): string {
  const name = text.trim().toLowerCase().replace(/\.$/, '');
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
  if (name.length > 253 || !new RegExp(`^(${label}\\.)+[a-z][a-z0-9-]*[a-z0-9]$`).test(name)) {
    throw new Refusal('invalid', 'directory.host-name.not-a-name');
  }
  return name;
}

/** Anybody tells what they could not use; the authority's administrators read it. */
export async function reportBarrier(scope: Scope, authority: AuthorityId, page: string, body: string): Promise<void> {
  await authorityById(scope, authority);
  const report = { id: newId<string>(), at: scope.now, page: page.trim(), body: body.trim() };
  await scope.write((tx) => insertBarrierReport(tx, authority, report));
}

/** @throws Refusal not-allowed */
export async function dismissBarrierReport(scope: Scope, authority: AuthorityId, report: string): Promise<void> {
  const permission = await permit(scope, 'authority.administer', { authority });
  const reaching = scope.reaching(permission, { authorities: [authority] });
  await reaching.write((tx) => deleteBarrierReport(tx, authority, report));
}
