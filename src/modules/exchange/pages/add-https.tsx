import {
  Actions,
  Button,
  Details,
  errorAt,
  type FieldError,
  Form,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import { texts } from '../texts/index.ts';

export type AddHttpsProps = {
  readonly href: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
};

const fields = ['https-namn', 'adress', 'nyckel'];

/** A recipient that takes files over https, by a key that it has given us. */
export function AddHttps({ href, answers, errors }: AddHttpsProps) {
  const { https: t, list } = useTexts(texts);
  return (
    <Details summary={t.add} open={fields.some((field) => errorAt(errors, field) !== undefined)}>
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
    </Details>
  );
}
