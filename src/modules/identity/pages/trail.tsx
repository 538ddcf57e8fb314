import { EmptyState, Moment, Page, Pagination, Table, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Trail } from '../own-trail.ts';
import type { PurposeTexts } from '../purpose-texts.ts';
import type { TrailLine } from '../store/trail.ts';
import { texts } from '../texts/index.ts';

export type TrailProps = {
  readonly trail: Trail;
  readonly authorityNames: ReadonlyMap<AuthorityId, string>;
  readonly purposes: PurposeTexts;
};

export function MyTrail({ trail, authorityNames, purposes }: TrailProps) {
  const all = useTexts(texts);
  const t = all.trail;
  const { language } = usePage();
  function who(line: TrailLine): string {
    // Somebody else in the reader's name is named: that is what the log is for.
    if (line.actorKind === 'person')
      return line.basis.every(({ kind }) => kind === 'self') ? t.yourself : line.actorName;
    const name = line.actorKind === 'system' ? t.system : line.actorName;
    const authority = line.authority === null ? undefined : authorityNames.get(line.authority);
    return authority ? `${name}, ${authority}` : name;
  }
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="wide"
      breadcrumbs={[{ href: '/mina-sidor/uppgifter', label: all.details.title }]}
    >
      {trail.lines.length === 0 ? (
        <EmptyState title={t.empty}>
          <p>{t.emptyWhy}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.caption}
          rows={trail.lines}
          rowKey={(line) => line.id}
          columns={[
            { header: t.at, names: true, cell: (line) => <Moment at={line.at} zone="Europe/Stockholm" short /> },
            { header: t.who, cell: who },
            { header: t.what, cell: (line) => t.actions[line.action] },
            { header: t.why, cell: (line) => purposes[line.purpose]?.[language] ?? t.otherPurpose },
            { header: t.right, cell: (line) => line.basis.map(({ kind }) => t.bases[kind]).join(', ') },
          ]}
        />
      )}
      <Pagination nextHref={trail.next === null ? undefined : `/mina-sidor/logg?fore=${trail.next}`} />
    </Page>
  );
}
