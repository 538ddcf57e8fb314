import { EmptyState, Moment, Page, Pagination, Table, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Trail } from '../own-trail.ts';
import type { PurposeTexts } from '../purpose-texts.ts';
import type { TrailLine } from '../store/trail.ts';
import { texts } from '../texts/index.ts';
import { placeOf } from '../trail-place.ts';

export type TrailProps = {
  readonly trail: Trail;
  readonly authorities: ReadonlyMap<AuthorityId, { readonly name: string; readonly slug: string }>;
  readonly purposes: PurposeTexts;
  /** By which right, when only what others have done in the reader's name is shown; `alla` is by any. */
  readonly right: string | null;
};

const href = '/mina-sidor/logg';

export function MyTrail({ trail, authorities, purposes, right }: TrailProps) {
  const all = useTexts(texts);
  const t = all.trail;
  const { language } = usePage();
  const slugs = new Map([...authorities].map(([id, { slug }]) => [id, slug]));
  function who(line: TrailLine): string {
    // Somebody else in the reader's name is named: that is what the log is for.
    if (line.actorKind === 'person') {
      return line.basis.every(({ kind }) => kind === 'self') && line.actorName !== ''
        ? t.yourself
        : line.actorName || t.protectedPerson;
    }
    const name = line.actorKind === 'system' ? t.system : line.actorName;
    const authority = line.authority === null ? undefined : authorities.get(line.authority)?.name;
    return authority ? `${name}, ${authority}` : name;
  }
  const query = right === null ? '' : `ratt=${encodeURIComponent(right)}&`;
  return (
    <Page
      title={right === null ? t.title : t.inYourName}
      lead={right === null ? t.lead : t.inYourNameLead}
      width="wide"
      breadcrumbs={[{ href: '/mina-sidor/uppgifter', label: all.details.title }]}
    >
      <p>
        <a class="ds-link" href={right === null ? `${href}?ratt=alla` : href}>
          {right === null ? t.onlyInYourName : t.everything}
        </a>
      </p>
      {trail.lines.length === 0 ? (
        <EmptyState title={right === null ? t.empty : t.noneInYourName}>
          <p>{right === null ? t.emptyWhy : t.noneInYourNameWhy}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.caption}
          rows={trail.lines}
          rowKey={(line) => line.id}
          columns={[
            { header: t.at, names: true, cell: (line) => <Moment at={line.at} zone="Europe/Stockholm" short /> },
            { header: t.who, cell: who },
            { header: t.what, cell: (line) => <What line={line} slugs={slugs} /> },
            { header: t.why, cell: (line) => purposes[line.purpose]?.[language] ?? t.otherPurpose },
            { header: t.right, cell: (line) => <Rights line={line} /> },
          ]}
        />
      )}
      <Pagination nextHref={trail.next === null ? undefined : `${href}?${query}fore=${trail.next}`} />
    </Page>
  );
}

/** What was done, and the way to what it was done to; one element, since a narrow table lays its cells out by them. */
function What({ line, slugs }: { readonly line: TrailLine; readonly slugs: ReadonlyMap<AuthorityId, string> }) {
  const t = useTexts(texts).trail;
  const place = placeOf(line, slugs);
  const action = t.actions[line.action];
  if (place === null) return <>{action}</>;
  return (
    <span>
      {action}.{' '}
      <a class="ds-link" href={place.href}>
        {t.places[place.kind]}
      </a>
    </span>
  );
}

/** By which right; a mandate leads to its page. */
function Rights({ line }: { readonly line: TrailLine }) {
  const t = useTexts(texts).trail;
  if (line.basis.length === 0) return null;
  return (
    <span>
      {line.basis.map(({ kind, id }, index) => (
        <span key={`${kind}${id}`}>
          {index > 0 && ', '}
          {kind === 'mandate' ? (
            <a class="ds-link" href={`/mina-sidor/fullmakter/${id}`}>
              {t.bases.mandate}
            </a>
          ) : (
            t.bases[kind]
          )}
        </span>
      ))}
    </span>
  );
}
