import {
  Actions,
  Button,
  errorAt,
  type FieldError,
  Form,
  Section,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import { texts } from '../texts/index.ts';

export type AddHttpsProps = {
  readonly href: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
};

/** A recipient that takes files over https, by a key that it has given us. */
export function AddHttps({ href, answers, errors }: AddHttpsProps) {
  const { https: t, list } = useTexts(texts);
  return (
    <Section title={t.add}>
      <Form action={`${href}/https`}>
        <TextField
          name="https-namn"
          label={list.name}
          value={answers['https-namn']}
          error={errorAt(errors, 'https-namn')}
          width="half"
          autocomplete="off"
        />
        <TextField
          name="adress"
          label={t.url}
          hint={t.urlHint}
          value={answers.adress}
          error={errorAt(errors, 'adress')}
          autocomplete="off"
          spellcheck={false}
        />
        <TextField
          name="nyckel"
          label={t.key}
          hint={t.keyHint}
          value={answers.nyckel}
          error={errorAt(errors, 'nyckel')}
          autocomplete="off"
          spellcheck={false}
        />
        <Actions>
          <Button>{list.save}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
