import { formatDate } from '../../../kernel/calendar/format.ts';
import {
  Actions,
  Button,
  Confirmation,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Page,
  Section,
  TextArea,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../authority.ts';
import { texts } from '../texts/index.ts';

/** When somebody last went through what the statement says. */
const updatedOn = Temporal.PlainDate.from('2026-11-22');

/**
 * Who sees that the law is followed. Sweden: digg.se/tdosanmalan. Åland: lagförslag 27/2017-2018, which gives the task to
 * the government of Åland; the law's present name by its change 2023/61 (regeringen.ax/alex/goto/20197).
 */
const supervisors = {
  SE: 'https://www.digg.se/tdosanmalan',
  AX: 'https://www.regeringen.ax',
} as const satisfies Record<Authority['country'], string>;

export type AccessibilityProps = {
  readonly authority: Authority;
  /** Where the form posts: this page. */
  readonly href: string;
  readonly sent: boolean;
  readonly errors: readonly FieldError[];
  readonly answers: { readonly sida: string; readonly hinder: string };
};

/** The accessibility statement (2018:1937 in Sweden, 2019:7 on Åland), with a way to complain that is always there. */
export function Accessibility({ authority, href, sent, errors, answers }: AccessibilityProps) {
  const t = useTexts(texts).accessibility;
  const { language } = usePage();
  const isOperator = authority.kind === 'operator';
  return (
    <Page title={t.title} lead={t.lead(authority.name)} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      {sent && <Confirmation heading={t.thanks}>{!isOperator && <p>{t.thanksText}</p>}</Confirmation>}
      <Section title={t.howTitle}>
        <p>{t.how}</p>
        <p>{t.known}</p>
      </Section>
      <Section title={t.testedTitle}>
        <p>{t.tested(formatDate(updatedOn, language))}</p>
      </Section>
      <Section title={t.reportTitle} id="hinder-rubrik">
        <p>
          {isOperator ? t.reportOperator : t.report} {t.reportAnswer}
        </p>
        <Form action={href}>
          <TextField name="sida" label={t.page} hint={t.pageHint} value={answers.sida} optional />
          <TextArea
            name="hinder"
            label={t.body}
            value={answers.hinder}
            limit={4000}
            error={errorAt(errors, 'hinder')}
          />
          <Actions>
            <Button>{t.send}</Button>
          </Actions>
        </Form>
      </Section>
      <OtherWays authority={authority} />
      <Section title={t.superviseTitle}>
        <p>{t.supervise[authority.country]}</p>
        <p>
          <a class="ds-link" href={supervisors[authority.country]} rel="noreferrer">
            {t.superviseLink[authority.country]}
          </a>
        </p>
      </Section>
    </Page>
  );
}

function OtherWays({ authority }: { readonly authority: Authority }) {
  const t = useTexts(texts).accessibility;
  const { email, phone } = authority.contact;
  if (!email && !phone) return null;
  return (
    <Section title={t.contactTitle}>
      <ul class="ds-list">
        {email && (
          <li>
            <a class="ds-link" href={`mailto:${email}`}>
              {email}
            </a>
          </li>
        )}
        {phone && (
          <li>
            <a class="ds-link" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              {phone}
            </a>
          </li>
        )}
      </ul>
    </Section>
  );
}
