import { zones } from '../../../kernel/calendar/format.ts';
import {
  Actions,
  Alert,
  Button,
  DateField,
  type DateParts,
  ErrorSummary,
  errorAt,
  type FieldError,
  Fieldset,
  Form,
  NumberField,
  Page,
  RadioGroup,
  Section,
  SummaryList,
  TextArea,
  TextField,
  Timeline,
  usePage,
  useTexts,
  YesNo,
} from '../../../kernel/html/index.ts';
import { languages } from '../../../kernel/texts.ts';
import type { Authority } from '../../directory/index.ts';
import { type AdoptedService, wordsFor } from '../adoption.ts';
import { ownTextKeys, ownTexts, textControl } from '../adoption-form.ts';
import type { AdoptionEdit, AdoptionEvent } from '../adoption-history.ts';
import type { ServiceDefinition } from '../format/definition.ts';
import { settingsInOrder } from '../format/settings.ts';
import { wordsOf } from '../format/words.ts';
import type { Handler } from '../handlers.ts';
import { texts } from '../texts/index.ts';
import { useEditTexts } from './adoption-edit.ts';
import { Contact } from './contact.tsx';
import { NewerVersion } from './newer-version.tsx';
import { SettingControl } from './setting-control.tsx';
import { Unchecked } from './unchecked.tsx';

export type AdoptionPageProps = {
  readonly authority: Authority;
  readonly service: AdoptedService;
  readonly handlers: readonly Handler[];
  /** A version of the service that is newer than the authority's. */
  readonly newer: ServiceDefinition | null;
  /** The latest first. */
  readonly events: readonly AdoptionEvent[];
  readonly answers: Readonly<Record<string, string>>;
  readonly decidedOn: Temporal.PlainDate | DateParts | undefined;
  readonly errors: readonly FieldError[];
  readonly saved: boolean;
  /** What others have changed since the form was shown. */
  readonly overtaken: readonly (AdoptionEdit & { readonly by: string })[];
};

/** What an authority decides about one service: its values, words, unit, time of keeping, and whether it is open. */
export function AdoptionPage(props: AdoptionPageProps) {
  const t = useTexts(texts).adoption;
  const { language } = usePage();
  const { authority, service, answers, errors } = props;
  const list = `/administration/${authority.slug}/tjanster`;
  return (
    <Page
      title={wordsFor(service, language).of('title')}
      kicker={authority.name}
      lead={t.lead}
      hasErrors={errors.length > 0}
      breadcrumbs={[{ href: list, label: t.toList }]}
    >
      <ErrorSummary errors={errors} />
      {props.saved && <Alert tone="success" title={t.saved} announced />}
      <Overtaken {...props} />
      {props.newer && <NewerVersion authority={authority} service={service} newer={props.newer} />}
      <Unchecked service={service} country={authority.country} />
      <Form action={`${list}/${service.slug}`}>
        <input type="hidden" name="revision" value={service.revision} />
        <YesNo
          name="open"
          label={t.openLegend}
          hint={t.openHint}
          value={answers.open === 'yes' ? 'yes' : 'no'}
          error={errorAt(errors, 'open')}
        />
        <Fieldset legend={t.values} name="varden">
          {settingsInOrder(service.definition).map(([name, setting]) => (
            <SettingControl key={name} name={name} setting={setting} {...props} />
          ))}
        </Fieldset>
        <Handlers {...props} />
        <Retention {...props} />
        {languages.map((one) => (
          <Fieldset key={one} legend={t.words[one]} name={`ord-${one}`} hint={t.wordsHint}>
            {ownTextKeys.map((key) => {
              const name = textControl(one, key);
              const shared = wordsOf(service.definition, {}, one).of(key);
              const field = {
                ...{ name, label: t.text[key], hint: <span lang={one}>{t.shared(shared)}</span>, optional: true },
                ...{ value: answers[name], error: errorAt(errors, name), autocomplete: 'off' },
              };
              return key === 'title' ? (
                <TextField key={key} {...field} />
              ) : (
                <TextArea key={key} {...field} rows={3} limit={ownTexts[key]} />
              );
            })}
          </Fieldset>
        ))}
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
      <Section title={t.contact}>
        <p>{t.contactText}</p>
        <Contact contact={authority.contact} />
        <p>
          <a class="ds-link" href={`/administration/${authority.slug}`}>
            {t.contactLink}
          </a>
        </p>
      </Section>
      <History {...props} />
    </Page>
  );
}

function Handlers({ handlers, answers, errors }: AdoptionPageProps) {
  const t = useTexts(texts).adoption;
  const choices = handlers.map((one) => ({
    value: `${one.authority}/${one.unit}`,
    label: `${one.authorityName}, ${one.unitName}`,
  }));
  return (
    <RadioGroup
      name="handler"
      label={t.handler}
      choices={[{ value: 'own', label: t.whoever }, ...choices]}
      value={answers.handler}
      error={errorAt(errors, 'handler')}
    />
  );
}

function Retention({ service, answers, errors, decidedOn }: AdoptionPageProps) {
  const { adoption: t, privacy } = useTexts(texts);
  const { after, years } = service.definition.case.retention;
  const optional = service.retention === null;
  return (
    <Fieldset legend={t.retention} name="sparas" hint={t.retentionText(privacy.after[after](privacy.years(years)))}>
      <NumberField
        name="years"
        label={after === 'closed' ? t.years : t.yearsDecided}
        unit={t.yearsUnit}
        value={answers.years}
        error={errorAt(errors, 'years')}
        autocomplete="off"
        optional={optional}
      />
      <TextField
        name="decision"
        label={t.decision}
        hint={t.decisionHint}
        value={answers.decision}
        error={errorAt(errors, 'decision')}
        autocomplete="off"
        optional={optional}
      />
      <DateField
        name="decidedOn"
        label={t.decidedOn}
        value={decidedOn}
        error={errorAt(errors, 'decidedOn')}
        optional={optional}
      />
    </Fieldset>
  );
}

function Overtaken({ overtaken, service, authority, handlers }: AdoptionPageProps) {
  const t = useTexts(texts).adoption;
  const { labelOf, tellOf } = useEditTexts(service, authority.country, handlers);
  if (overtaken.length === 0) return null;
  return (
    <Alert tone="warning" title={t.staleTitle} announced>
      <p>{t.staleText}</p>
      <SummaryList
        rows={overtaken.map((edit) => ({
          label: labelOf(edit.part),
          value: t.changedBy(tellOf(edit.part, edit.to), edit.by),
        }))}
      />
    </Alert>
  );
}

function History({ events, service, authority, handlers }: AdoptionPageProps) {
  const t = useTexts(texts).adoption;
  const { labelOf, tellOf } = useEditTexts(service, authority.country, handlers);
  return (
    <Section title={t.history}>
      {events.length === 0 && <p class="al-muted">{t.historyNone}</p>}
      {events.length > 0 && (
        <Timeline
          zone={zones[authority.country]}
          items={events.map((event) => ({
            key: String(event.revision),
            title: event.actor.name,
            at: event.at,
            body: (
              <ul>
                {event.edits.map(({ part, from, to }) => (
                  <li key={part}>{t.change(labelOf(part), tellOf(part, from), tellOf(part, to))}</li>
                ))}
              </ul>
            ),
          }))}
        />
      )}
    </Section>
  );
}
