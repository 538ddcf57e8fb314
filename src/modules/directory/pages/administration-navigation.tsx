import { LocalNavigation, useTexts } from '../../../kernel/html/index.ts';
import type { Authority } from '../authority.ts';
import { texts } from '../texts/index.ts';

export type AdministrationNavigationProps = {
  readonly authority: Pick<Authority, 'slug'>;
  readonly current: 'settings' | 'services' | 'roles' | 'files' | 'deliveries' | 'approvers' | 'keys' | 'sources';
};

/** The pages of an authority's administrator, whichever module they are in. */
export function AdministrationNavigation({ authority, current }: AdministrationNavigationProps) {
  const t = useTexts(texts).settings;
  const home = `/administration/${authority.slug}`;
  return (
    <LocalNavigation
      label={t.listTitle}
      items={[
        { href: home, label: t.title, current: current === 'settings' },
        { href: `${home}/tjanster`, label: t.services, current: current === 'services' },
        { href: `${home}/roller`, label: t.roles, current: current === 'roles' },
        { href: `${home}/filer`, label: t.files, current: current === 'files' },
        { href: `${home}/nycklar`, label: t.keys, current: current === 'keys' },
        { href: `${home}/kallor`, label: t.sources, current: current === 'sources' },
        { href: `${home}/attest`, label: t.approvers, current: current === 'approvers' },
        { href: `${home}/leveranser`, label: t.deliveries, current: current === 'deliveries' },
      ]}
    />
  );
}
