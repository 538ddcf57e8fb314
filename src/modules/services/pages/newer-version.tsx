import { Alert, Button, Form, SummaryList, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Authority } from '../../directory/index.ts';
import type { AdoptedService } from '../adoption.ts';
import type { ServiceDefinition } from '../format/definition.ts';
import { everyField } from '../format/placed-field.ts';
import { wordsOf } from '../format/words.ts';
import { texts } from '../texts/index.ts';

export type NewerVersionProps = {
  readonly authority: Authority;
  readonly service: AdoptedService;
  readonly newer: ServiceDefinition;
};

/** What the authority gets with the service's newer version, and the way to it. */
export function NewerVersion({ authority, service, newer }: NewerVersionProps) {
  const t = useTexts(texts).adoption.newer;
  const { language } = usePage();
  const [before, after] = [sideOf(service.definition, language), sideOf(newer, language)];
  const rows = [
    { label: t.added, names: only(after, before, 'questions') },
    { label: t.gone, names: only(before, after, 'questions') },
    { label: t.parties, names: only(after, before, 'parties') },
  ].filter(({ names }) => names.length > 0);
  return (
    <Alert tone="info" title={t.title(newer.version, service.version)}>
      {rows.length > 0 && <SummaryList rows={rows.map(({ label, names }) => ({ label, value: names.join(', ') }))} />}
      <p>{t.text}</p>
      <Form action={`/administration/${authority.slug}/tjanster/${service.slug}/version`}>
        <input type="hidden" name="revision" value={service.revision} />
        <Button variant="secondary">{t.take(newer.version)}</Button>
      </Form>
    </Alert>
  );
}

type Side = ReturnType<typeof sideOf>;

function sideOf(definition: ServiceDefinition, language: Language) {
  return {
    words: wordsOf(definition, {}, language),
    questions: everyField(definition).map(({ name }) => name),
    parties: definition.parties.map(({ id }) => `party.${id}`),
  };
}

/** What one side has and the other has not, as a person calls it. */
function only(one: Side, other: Side, of: 'questions' | 'parties'): readonly string[] {
  return one[of].filter((name) => !other[of].includes(name)).map((name) => one.words.of(name));
}
