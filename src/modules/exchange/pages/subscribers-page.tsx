import {
  Actions,
  Button,
  CardList,
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Page,
  Section,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import type { Subscriber } from '../store/pushes.ts';
import { texts } from '../texts/index.ts';
import { pushKinds } from '../webhooks/push.ts';

export type SubscribersPageProps = {
  readonly office: Office;
  readonly subscribers: readonly Subscriber[];
  readonly typed: { readonly name: string; readonly url: string; readonly kinds: readonly string[] };
  readonly errors: readonly FieldError[];
};

/** Which other systems are told when something happens in a case, and one more. */
export function SubscribersPage({ office, subscribers, typed, errors }: SubscribersPageProps) {
  const { push: t } = useTexts(texts);
  const href = `/administration/${office.slug}/prenumeranter`;
  return (
    <Page title={t.title} kicker={office.name} lead={t.lead} width="wide" hasErrors={errors.length > 0}>
      {office.navigation('deliveries')}
      <ErrorSummary errors={errors} />
      <Section title={t.systems}>
        {subscribers.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <CardList
            level={3}
            items={subscribers.map(({ subscriber, name, url, endedAt }) => ({
              href: `${href}/${subscriber}`,
              title: name,
              text: endedAt ? t.ended : new URL(url).host,
            }))}
          />
        )}
      </Section>
      <Section title={t.add}>
        <Form action={href}>
          <TextField
            name="name"
            label={t.name}
            value={typed.name}
            error={errorAt(errors, 'name')}
            width="half"
            autocomplete="off"
          />
          <TextField
            name="url"
            label={t.url}
            hint={t.urlHint}
            value={typed.url}
            error={errorAt(errors, 'url')}
            autocomplete="off"
            spellcheck={false}
          />
          <CheckboxGroup
            name="kinds"
            label={t.kinds}
            values={typed.kinds}
            choices={pushKinds.map((value) => ({ value, label: t.kind[value] }))}
            error={errorAt(errors, 'kinds')}
          />
          <Actions>
            <Button>{t.save}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}
