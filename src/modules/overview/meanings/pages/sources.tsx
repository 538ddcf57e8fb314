import {
  Actions,
  Button,
  Day,
  Details,
  EmptyState,
  Form,
  Moment,
  Page,
  Section,
  Select,
  Table,
  Tag,
  TextField,
  usePage,
  useTexts,
} from '../../../../kernel/html/index.ts';
import type { InEach } from '../../../../kernel/texts.ts';
import { AdministrationNavigation, type Authority, brandOf } from '../../../directory/index.ts';
import { codeKinds } from '../meaning.ts';
import { type CodeLine, canBeSaid, type SourceMeanings } from '../read-meanings.ts';
import { texts } from '../texts/index.ts';

export type KeptSource = { readonly id: string; readonly name: InEach<string> };

export type MeaningsPageProps = {
  readonly authority: Authority;
  readonly found: readonly { readonly source: KeptSource; readonly all: SourceMeanings }[];
};

function codeHref(slug: string, source: string, { kind, code }: Pick<CodeLine, 'kind' | 'code'>): string {
  return `/administration/${slug}/kallor/${source}?${new URLSearchParams({ slag: kind, kod: code })}`;
}

/** The systems whose cases stand in people's overviews, and what each of their codes means there. */
export function MeaningsPage({ authority, found }: MeaningsPageProps) {
  const t = useTexts(texts).list;
  const { language } = usePage();
  return (
    <Page title={t.title} kicker={authority.name} lead={t.lead} authority={brandOf(authority)} width="wide">
      <AdministrationNavigation authority={authority} current="sources" />
      {found.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneWhy}</p>
        </EmptyState>
      )}
      {found.map(({ source, all }) => (
        <Section key={source.id} title={source.name[language]}>
          {all.lines.length === 0 ? <p>{t.noCodes}</p> : <Codes {...{ authority, source, all }} />}
          <Details summary={t.another}>
            <Form action={`/administration/${authority.slug}/kallor/${source.id}`} method="get">
              <Select
                name="slag"
                label={t.columns.kind}
                empty={null}
                choices={codeKinds.map((value) => ({ value, label: t.kinds[value] }))}
              />
              <TextField name="kod" label={t.columns.code} width="half" autocomplete="off" />
              <Actions>
                <Button variant="secondary" context={source.name[language]}>
                  {t.say}
                </Button>
              </Actions>
            </Form>
          </Details>
        </Section>
      ))}
    </Page>
  );
}

type CodesProps = { readonly authority: Authority; readonly source: KeptSource; readonly all: SourceMeanings };

function Codes({ authority, source, all }: CodesProps) {
  const t = useTexts(texts).list;
  const { language } = usePage();
  return (
    <Table
      caption={t.caption(source.name[language])}
      captionHidden
      rows={all.lines}
      rowKey={({ kind, code }) => `${kind} ${code}`}
      columns={[
        {
          header: t.columns.code,
          names: true,
          cell: (line) => (canBeSaid(line.code) ? <code class="al-break">{line.code}</code> : t.hidden),
        },
        { header: t.columns.kind, cell: ({ kind }) => t.kinds[kind] },
        { header: t.columns.seen, cell: (line) => <Seen line={line} /> },
        { header: t.columns.now, cell: (line) => <Now line={line} /> },
        {
          header: t.columns.act,
          cell: (line) =>
            canBeSaid(line.code) && (
              <a href={codeHref(authority.slug, source.id, line)} aria-label={`${t.say}: ${line.code}`}>
                {t.say}
              </a>
            ),
        },
      ]}
    />
  );
}

function Seen({ line: { times, lastAt } }: { readonly line: CodeLine }) {
  const t = useTexts(texts).list;
  if (lastAt === null) return <>{t.never}</>;
  return (
    <div>
      {t.times(times)} <Moment at={lastAt} zone="Europe/Stockholm" short dayOnly />
    </div>
  );
}

function Now({ line: { now, coming } }: { readonly line: CodeLine }) {
  const t = useTexts(texts).list;
  const { language } = usePage();
  return (
    <div>
      {now?.meaning ? <Tag tone="accent">{now.meaning.words[language]}</Tag> : <Tag tone="warning">{t.own}</Tag>}
      {coming && (
        <div class="al-muted">
          {t.from} <Day on={coming.from} short />: {coming.meaning ? coming.meaning.words[language] : t.own}
        </div>
      )}
    </div>
  );
}
