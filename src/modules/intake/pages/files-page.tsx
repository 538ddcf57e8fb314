import {
  Actions,
  Button,
  CardList,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  FileField,
  Form,
  Moment,
  Page,
  Section,
  Select,
  Table,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import type { Counts, IntakeFile, KeptMapping } from '../file.ts';
import type { IntakeTarget } from '../target.ts';
import { texts } from '../texts/index.ts';
import { FileStateTag } from './file-state-tag.tsx';

export type CountedFile = IntakeFile & { readonly counts: Counts };

export type FilesPageProps = {
  readonly office: Office;
  /** The address of the desk's list. */
  readonly home: string;
  readonly targets: readonly IntakeTarget[];
  readonly mappings: readonly KeptMapping[];
  readonly files: readonly CountedFile[];
  readonly errors: readonly FieldError[];
  readonly answers: { readonly namn?: string; readonly blir?: string };
  readonly largestMegabytes: number;
};

/** An authority's descriptions of files, and the files that have come. */
export function FilesPage({
  office,
  home,
  targets,
  mappings,
  files,
  errors,
  answers,
  largestMegabytes,
}: FilesPageProps) {
  const { list: t, fileTypes } = useTexts(texts);
  const { language } = usePage();
  const labelOf = (name: string) => targets.find((target) => target.name === name)?.label[language] ?? name;
  const cards = mappings.map((one) => ({
    href: `${home}/beskrivning/${one.mapping}`,
    title: one.name,
    text: t.into(labelOf(one.target)),
    meta: t.changed(one.changedByName),
  }));
  return (
    <Page title={t.title} kicker={office.name} lead={t.lead} width="wide" hasErrors={errors.length > 0}>
      {office.navigation('files')}
      <ErrorSummary errors={errors} />
      <Section title={t.mappings}>
        {cards.length > 0 ? (
          <CardList items={cards} level={3} />
        ) : (
          <EmptyState title={t.noMappings}>
            <p>{t.noMappingsWhy}</p>
          </EmptyState>
        )}
      </Section>
      <Section title={t.files}>
        {files.length > 0 ? (
          <FileTable office={office} files={files} href={home} />
        ) : (
          <EmptyState title={t.noFiles}>
            <p>{t.noFilesWhy}</p>
          </EmptyState>
        )}
      </Section>
      <Section title={t.begin}>
        <Form action={`${home}/beskrivning`} multipart>
          <TextField
            name="namn"
            label={t.name}
            hint={t.nameHint}
            value={answers.namn}
            error={errorAt(errors, 'namn')}
            autocomplete="off"
          />
          <Select
            name="blir"
            label={t.target}
            choices={targets.map(({ name, label }) => ({ value: name, label: label[language] }))}
            value={answers.blir}
            empty={null}
          />
          <FileField
            name="fil"
            label={t.sample}
            typeNames={fileTypes}
            largestMegabytes={largestMegabytes}
            error={errorAt(errors, 'fil')}
          />
          <Actions>
            <Button>{t.make}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}

type FileTableProps = { readonly office: Office; readonly files: readonly CountedFile[]; readonly href: string };

function FileTable({ office, files, href }: FileTableProps) {
  const { list: t } = useTexts(texts);
  return (
    <Table
      caption={t.files}
      captionHidden
      rows={files}
      rowKey={({ file }) => file}
      columns={[
        {
          header: t.columns.file,
          names: true,
          cell: ({ file, name }) => (
            <a class="ds-link" href={`${href}/${file}`}>
              {name}
            </a>
          ),
        },
        { header: t.columns.came, cell: ({ receivedAt }) => <Moment at={receivedAt} zone={office.zone} short /> },
        { header: t.columns.state, cell: ({ state }) => <FileStateTag state={state} /> },
        { header: t.columns.taken, align: 'end', cell: ({ counts }) => counts.taken },
        { header: t.columns.unchanged, align: 'end', cell: ({ counts }) => counts.unchanged },
        { header: t.columns.apart, align: 'end', cell: ({ counts }) => counts.quarantined },
      ]}
    />
  );
}
