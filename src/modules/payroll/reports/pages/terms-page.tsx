import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Page,
  Section,
  TextField,
  usePage,
  useTexts,
} from '../../../../kernel/html/index.ts';
import type { Authority } from '../../../directory/index.ts';
import { accountNames } from '../../texts/fact-words.ts';
import { type ReportTerms, type TermField, termFields, type VoucherAccount, voucherAccounts } from '../terms.ts';
import { texts } from '../texts/index.ts';

export type TermsPageProps = {
  readonly authority: Authority;
  readonly terms: ReportTerms;
  readonly seq: number;
  readonly changedBy: string | null;
  readonly saved: boolean;
  readonly wrong: readonly (TermField | VoucherAccount)[];
};

const insurance: ReadonlySet<TermField> = new Set([
  ...(['pensionProvider', 'pensionPolicy', 'accidentInsurer', 'accidentPolicy'] as const),
]);

/** What an employer reports under. */
export function TermsPage({ authority, terms, seq, changedBy, saved, wrong }: TermsPageProps) {
  const { terms: t } = useTexts(texts);
  const { language } = usePage();
  const errors: FieldError[] = wrong.map((field) => ({ field, text: t.wrong }));
  const labelOf = (account: VoucherAccount) => {
    const name =
      account === 'net-payable' || account === 'employer-payable' ? t.owed[account] : accountNames[account][language];
    return name.charAt(0).toUpperCase() + name.slice(1); // elsewhere it stands in sentences
  };
  const text = (name: TermField | VoucherAccount, label: string, value: string) => (
    <TextField
      key={name}
      name={name}
      label={label}
      value={value}
      error={errorAt(errors, name)}
      autocomplete="off"
      spellcheck={false}
    />
  );
  const ofKind = (isInsurance: boolean) =>
    termFields
      .filter((field) => insurance.has(field) === isInsurance)
      .map((field) => text(field, t.fields[field], terms[field]));
  return (
    <Page
      title={t.title}
      lead={t.lead}
      kicker={authority.name}
      hasErrors={errors.length > 0}
      breadcrumbs={[{ href: '/lon', label: authority.name }]}
    >
      <ErrorSummary errors={errors} />
      {saved && <Alert tone="success" title={t.saved} announced />}
      {changedBy !== null && <p class="al-muted">{t.changed(changedBy)}</p>}
      <Form action={`/lon/${authority.slug}/uppgifter`}>
        <input type="hidden" name="seq" value={String(seq)} />
        <Section title={t.who}>{ofKind(false)}</Section>
        {authority.country === 'AX' && <Section title={t.insurance}>{ofKind(true)}</Section>}
        <Section title={t.accounts}>
          <p>{t.accountsLead}</p>
          {voucherAccounts.map((account) => text(account, labelOf(account), terms.accounts[account] ?? ''))}
        </Section>
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
