import { zones } from '../../../kernel/calendar/format.ts';
import {
  Actions,
  Alert,
  Button,
  CardList,
  EmailField,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  Fieldset,
  Form,
  Moment,
  Page,
  PhoneField,
  Prose,
  Section,
  TextArea,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../authority.ts';
import type { BarrierReport } from '../store/barrier-reports.ts';
import { texts } from '../texts/index.ts';
import { AdministrationNavigation } from './administration-navigation.tsx';

/** What the form holds, as it was typed. */
export type SettingsAnswers = {
  readonly epost: string;
  readonly telefon: string;
  readonly adress: string;
  readonly farg: string;
  readonly vardnamn: string;
};

export type SettingsPageProps = {
  readonly authority: Authority;
  readonly reports: readonly BarrierReport[];
  readonly saved: boolean;
  readonly errors: readonly FieldError[];
  readonly answers: SettingsAnswers;
  /** Of the settings that the answers were made from. */
  readonly revision: number;
};

/** What an authority's administrator decides of how it looks and where it is found. */
export function SettingsPage({ authority, reports, saved, errors, answers, revision }: SettingsPageProps) {
  const t = useTexts(texts).settings;
  const href = `/administration/${authority.slug}`;
  return (
    <Page title={t.title} kicker={authority.name} lead={t.lead} hasErrors={errors.length > 0}>
      <AdministrationNavigation authority={authority} current="settings" />
      <ErrorSummary errors={errors} />
      {saved && <Alert tone="success" title={t.saved} announced />}
      <Form action={href}>
        <input type="hidden" name="version" value={revision} />
        <Fieldset legend={t.contactTitle} name="kontakt">
          <EmailField
            name="epost"
            label={t.email}
            value={answers.epost}
            error={errorAt(errors, 'epost')}
            autocomplete="off"
            optional
          />
          <PhoneField
            name="telefon"
            label={t.phone}
            value={answers.telefon}
            error={errorAt(errors, 'telefon')}
            autocomplete="off"
            optional
          />
          <TextArea name="adress" label={t.address} hint={t.addressHint} value={answers.adress} rows={3} optional />
        </Fieldset>
        <Fieldset legend={t.looksTitle} name="utseende">
          <TextField
            name="farg"
            label={t.accent}
            hint={t.accentHint}
            value={answers.farg}
            error={errorAt(errors, 'farg')}
            width="short"
            autocomplete="off"
            spellcheck={false}
            optional
          />
        </Fieldset>
        <Fieldset legend={t.addressTitle} name="adressen">
          <TextField
            name="vardnamn"
            label={t.host}
            hint={t.hostHint}
            value={answers.vardnamn}
            error={errorAt(errors, 'vardnamn')}
            width="half"
            autocomplete="off"
            spellcheck={false}
            optional
          />
        </Fieldset>
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
      <Section title={t.barriersTitle}>
        {reports.length === 0 && <EmptyState title={t.barriersNone} />}
        {reports.map((report) => (
          <article key={report.id} class="al-flow">
            <p class="al-muted">
              <Moment at={report.at} zone={zones[authority.country]} /> {report.page && t.barriersPage(report.page)}
            </p>
            <Prose text={report.body} />
            <Form action={`${href}/hinder/${report.id}`} class="al-inline-form">
              <Button variant="tertiary" size="sm">
                {t.barriersDone}
              </Button>
            </Form>
          </article>
        ))}
      </Section>
    </Page>
  );
}

/** For who administers more than one. */
export function AdministrationPage({ authorities }: { readonly authorities: readonly Authority[] }) {
  const t = useTexts(texts).settings;
  const cards = authorities.map((one) => ({ href: `/administration/${one.slug}`, title: one.name }));
  return (
    <Page title={t.listTitle} lead={t.listLead}>
      <CardList items={cards} />
    </Page>
  );
}
