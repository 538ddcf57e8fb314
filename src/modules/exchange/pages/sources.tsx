import {
  Actions,
  Button,
  errorAt,
  type FieldError,
  Form,
  Moment,
  Section,
  Table,
  Tag,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import type { KnownFile } from '../fetching/source.ts';
import type { Source } from '../store/sources.ts';
import { texts } from '../texts/index.ts';

export type SourcesProps = {
  readonly office: Office;
  readonly href: string;
  readonly sources: readonly Source[];
  readonly errors: readonly FieldError[];
};

const tones = { answered: 'success', later: 'warning', refused: 'danger' } as const;
const fileTones: Readonly<Record<KnownFile['state'], 'neutral' | 'success' | 'danger'>> = {
  ...{ seen: 'neutral', unfinished: 'neutral', changed: 'neutral' },
  ...{ taken: 'success', moved: 'success', refused: 'danger' },
};

/** Folders of a recipient that files are fetched from: what stood there at the last look, and what became of it. */
export function Sources({ office, href, sources, errors }: SourcesProps) {
  const { sources: t } = useTexts(texts);
  return (
    <Section title={t.title} id="hamtas">
      {sources.length === 0 && <p>{t.none}</p>}
      {sources.map((one) => (
        <SourceLook key={one.source} office={office} href={`${href}/hamtningar/${one.source}`} source={one} />
      ))}
      <Form action={`${href}/hamtningar`}>
        <TextField
          name="hamtmapp"
          label={t.folder}
          hint={t.folderHint}
          error={errorAt(errors, 'hamtmapp')}
          width="half"
          autocomplete="off"
        />
        <TextField
          name="klarmapp"
          label={t.done}
          hint={t.doneHint}
          error={errorAt(errors, 'klarmapp')}
          width="half"
          autocomplete="off"
          optional
        />
        <Actions>
          <Button variant="secondary">{t.add}</Button>
        </Actions>
      </Form>
      <p class="al-muted">{t.explain}</p>
    </Section>
  );
}

type LookProps = { readonly office: Office; readonly href: string; readonly source: Source };

function SourceLook({ office, href, source }: LookProps) {
  const { sources: t, list } = useTexts(texts);
  const { folder, doneFolder, lookedAt, outcome, detail, files } = source;
  return (
    <section aria-label={folder} class="al-flow">
      <h3 class="al-h3">{doneFolder === null ? folder : `${folder} → ${doneFolder}`}</h3>
      {lookedAt === null || outcome === null ? (
        <p>{t.never}</p>
      ) : (
        <p>
          <Moment at={lookedAt} zone={office.zone} /> <Tag tone={tones[outcome]}>{t.outcome[outcome]}</Tag>{' '}
          {detail === null ? '' : (t.why[detail] ?? detail)}
        </p>
      )}
      {files.length > 0 && (
        <Table
          caption={t.files}
          captionHidden
          rows={files}
          rowKey={({ name }) => name}
          columns={[
            { header: list.columns.file, names: true, cell: ({ name }) => name },
            { header: t.size, align: 'end', cell: ({ size }) => size },
            {
              header: list.columns.state,
              cell: ({ state, detail: why }) => (
                <>
                  <Tag tone={fileTones[state]}>{t.state[state]}</Tag> {why === null ? '' : (t.why[why] ?? t.unreadable)}
                </>
              ),
            },
          ]}
        />
      )}
      <Actions>
        <Form action={`${href}/nu`} class="al-inline-form">
          <Button variant="secondary" context={folder}>
            {t.now}
          </Button>
        </Form>
        <Form action={`${href}/sluta`} class="al-inline-form">
          <Button variant="tertiary" context={folder}>
            {t.end}
          </Button>
        </Form>
      </Actions>
    </section>
  );
}
