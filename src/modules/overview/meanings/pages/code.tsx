import {
  Actions,
  Button,
  DateField,
  Day,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Moment,
  Page,
  RadioGroup,
  Section,
  Select,
  Table,
  TextField,
  usePage,
  useTexts,
} from '../../../../kernel/html/index.ts';
import { languages } from '../../../../kernel/texts.ts';
import { type Authority, brandOf } from '../../../directory/index.ts';
import { balls, normalStatuses } from '../../item.ts';
import type { KeptMeaning } from '../../store/meanings.ts';
import { texts as overviewTexts } from '../../texts/index.ts';
import { askTheSource, type Typed } from '../form.ts';
import type { CodeKind } from '../meaning.ts';
import type { SourceMeanings } from '../read-meanings.ts';
import { texts } from '../texts/index.ts';
import type { KeptSource } from './sources.tsx';

export type CodeProps = {
  readonly authority: Authority;
  readonly source: KeptSource;
  readonly kind: CodeKind;
  readonly code: string;
  readonly all: SourceMeanings;
  /** What has been said of it, the latest first. */
  readonly said: readonly KeptMeaning[];
  readonly typed: Typed;
};

export type CodePageProps = CodeProps & { readonly errors: readonly FieldError[] };

/** What one code means: words in each language, and of a status whose move it is. */
export function CodePage({ authority, source, kind, code, said, typed, errors }: CodePageProps) {
  const t = useTexts(texts);
  const { ball, normal } = useTexts(overviewTexts);
  const { language } = usePage();
  const list = `/administration/${authority.slug}/kallor`;
  return (
    <Page
      title={t.form.title[kind](code)}
      kicker={source.name[language]}
      lead={t.form.lead[kind]}
      authority={brandOf(authority)}
      breadcrumbs={[{ href: list, label: t.list.title }]}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Form action={`${list}/${source.id}`}>
        <input type="hidden" name="slag" value={kind} />
        <input type="hidden" name="kod" value={code} />
        <RadioGroup
          name="hur"
          label={t.form.how}
          value={typed.how}
          choices={(['ours', 'own'] as const).map((value) => ({ value, label: t.form.ways[value] }))}
        />
        {languages.map((one) => (
          <TextField
            key={one}
            name={`ord-${one}`}
            label={t.form.words[one]}
            value={typed.words[one]}
            width="half"
            autocomplete="off"
            error={errorAt(errors, `ord-${one}`)}
          />
        ))}
        {kind === 'status' && (
          <>
            <Select
              name="lage"
              label={t.form.normal}
              empty={null}
              value={typed.normal}
              choices={normalStatuses.map((value) => ({ value, label: normal[value] }))}
            />
            <RadioGroup
              name="tur"
              label={t.form.ball}
              value={typed.ball}
              choices={[
                { value: askTheSource, label: t.form.askTheSource },
                ...balls.map((value) => ({ value, label: ball[value] })),
              ]}
            />
          </>
        )}
        <DateField
          name="fran"
          label={t.form.from}
          hint={t.form.fromHint}
          value={typed.from}
          error={errorAt(errors, 'fran')}
        />
        <Actions>
          <Button name="steg" value="visa">
            {t.form.preview}
          </Button>
        </Actions>
      </Form>
      {said.length > 0 && (
        <Section title={t.form.history}>
          <Table
            caption={t.form.history}
            captionHidden
            rows={said}
            rowKey={({ seq }) => String(seq)}
            columns={[
              {
                header: t.form.said,
                names: true,
                cell: ({ meaning }) => (meaning ? meaning.words[language] : t.list.own),
              },
              { header: t.form.from, cell: ({ from }) => <Day on={from} short /> },
              {
                header: t.form.by,
                cell: ({ madeAt, madeBy }) => (
                  <div>
                    {madeBy} <Moment at={madeAt} zone="Europe/Stockholm" short />
                  </div>
                ),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}
