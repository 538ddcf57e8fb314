import {
  Actions,
  Button,
  Day,
  Form,
  Page,
  Section,
  SummaryList,
  Table,
  Tag,
  usePage,
  useTexts,
} from '../../../../kernel/html/index.ts';
import { languages } from '../../../../kernel/texts.ts';
import { brandOf } from '../../../directory/index.ts';
import { texts as overviewTexts } from '../../texts/index.ts';
import type { Said } from '../meaning.ts';
import { texts } from '../texts/index.ts';
import { type ToldAs, toldAs, withSaid } from '../told-as.ts';
import type { CodeProps } from './code.tsx';

export type PreviewPageProps = CodeProps & { readonly next: Omit<Said, 'seq'> };

/** What the source really has answered with, as it is shown now and as it will be: before anything is saved. */
export function PreviewPage({ authority, source, kind, code, all, said, typed, next }: PreviewPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const list = `/administration/${authority.slug}/kallor`;
  const rows = all.seen.filter((one) => one[kind] === code);
  const later = withSaid(all.now, next);
  const kept: Record<string, string> = {
    ...{ slag: kind, kod: code, hur: typed.how, lage: typed.normal, tur: typed.ball },
    ...Object.fromEntries(languages.map((one) => [`ord-${one}`, typed.words[one]])),
    ...{ 'fran-day': String(next.from.day), 'fran-month': String(next.from.month) },
    'fran-year': String(next.from.year),
    tidigare: String(said[0]?.seq ?? 0),
  };
  return (
    <Page
      title={t.preview.title}
      kicker={`${source.name[language]}: ${code}`}
      lead={t.preview.lead}
      authority={brandOf(authority)}
      width="wide"
      breadcrumbs={[{ href: list, label: t.list.title }]}
    >
      <SummaryList
        title={t.preview.what}
        rows={[
          { label: t.form.from, value: <Day on={next.from} /> },
          ...(next.meaning === null
            ? [{ label: t.form.said, value: t.form.ways.own }]
            : languages.map((one) => ({ label: t.form.words[one], value: next.meaning?.words[one] ?? '' }))),
        ]}
      />
      <Section title={t.preview.answers}>
        {rows.length === 0 ? (
          <p>{t.preview.none}</p>
        ) : (
          <Table
            caption={t.preview.answers}
            captionHidden
            rows={rows}
            rowKey={({ status, type, ball }) => `${status} ${type} ${ball}`}
            columns={[
              {
                header: t.preview.codes,
                names: true,
                cell: ({ status, type }) => [status, type].filter((one) => one !== '').join(' · '),
              },
              { header: t.preview.times, cell: ({ times }) => times },
              { header: t.preview.now, cell: (one) => <Told as={toldAs(one, all.now, language)} /> },
              { header: t.preview.later, cell: (one) => <Told as={toldAs(one, later, language)} /> },
            ]}
          />
        )}
      </Section>
      <Form action={`${list}/${source.id}`}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Actions>
          <Button name="steg" value="spara">
            {t.preview.save}
          </Button>
          <Button name="steg" value="andra" variant="secondary">
            {t.preview.change}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}

function Told({ as: { words, kind, ball } }: { readonly as: ToldAs }) {
  const t = useTexts(overviewTexts);
  return (
    <div>
      <Tag tone={ball === 'me' ? 'warning' : ball === 'them' ? 'accent' : 'neutral'}>{words}</Tag>
      <div class="al-muted">
        {t.ball[ball]}
        {kind !== null && ` · ${kind}`}
      </div>
    </div>
  );
}
