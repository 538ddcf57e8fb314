import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Page,
  SummaryList,
  type SummaryRow,
  useTexts,
} from '../../../kernel/html/index.ts';
import { errandQuery } from '../errand.ts';
import type { FormModel } from '../form-model.ts';
import { mandatesHref } from '../mandates-href.ts';
import type { PlainWords } from '../plain-words.ts';
import { texts } from '../texts/index.ts';
import { writeTexts } from '../write-texts/index.ts';
import { WordsOf } from './words.tsx';

export type PreviewProps = {
  readonly words: PlainWords;
  readonly model: FormModel;
  readonly givers: readonly string[];
  readonly holders: readonly string[];
  /** What was typed, sealed: it holds numbers. */
  readonly sealed: string;
};

/** Exactly what will be signed, before anybody is asked to. */
export function PreviewPage({ words, model, givers, holders, sealed }: PreviewProps) {
  const t = useTexts(texts);
  const w = useTexts(writeTexts);
  const { errand, template, isRequest } = model;
  const rows: SummaryRow[] = [
    ...(givers.length > 0 ? [{ label: w.givenBy, value: givers.join(', ') }] : []),
    { label: w.givenTo, value: holders.join(', ') },
  ];
  return (
    <Page
      title={t.preview.title}
      kicker={words.title}
      lead={isRequest ? w.askLead : t.preview.lead}
      breadcrumbs={[{ href: mandatesHref, label: t.create.back }]}
    >
      <SummaryList rows={rows} />
      <WordsOf words={words} />
      <p>{errand.kind === 'give' || errand.kind === 'ask' ? t.words.revocable : w.lead[errand.kind]}</p>
      <Form action={`${mandatesHref}/ny`}>
        <input type="hidden" name="sealed" value={sealed} />
        <Actions>
          <Button>{isRequest ? w.send : t.preview.sign}</Button>
          <ButtonLink href={`${mandatesHref}/ny?mall=${template}&${errandQuery(errand)}`} variant="tertiary">
            {t.preview.change}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
