import {
  Alert,
  Moment,
  momentText,
  Section,
  SummaryList,
  type TimeZone,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { CaseAction } from '../action.ts';
import { cosignTexts } from '../cosign-texts/index.ts';
import type { Signatures as Signed } from '../signatures.ts';

/** Who signed the application beside who sent it in, when, and how the evidence stands. */
export function Signatures({ signatures, zone }: { readonly signatures: Signed | null; readonly zone: TimeZone }) {
  const t = useTexts(cosignTexts).signatures;
  const { language } = usePage();
  if (signatures === null) return null;
  const { signed, evidence } = signatures;
  return (
    <Section title={t.title}>
      {evidence === 'broken' && <Alert tone="danger">{t.broken}</Alert>}
      <SummaryList
        rows={[
          ...signed.map(({ name, at }) => ({
            label: t.who,
            value: `${name ?? t.protectedPerson}, ${t.at(momentText(at, zone, language))}`,
          })),
          ...(evidence === 'verified' ? [{ label: t.evidence, value: t.verified }] : []),
        ]}
      />
    </Section>
  );
}

/** For the office: what the register said of the custody of each child, and what nobody has checked. */
export function CustodySaid({
  actions: [first],
  zone,
}: {
  readonly actions: readonly CaseAction[];
  readonly zone: TimeZone;
}) {
  const t = useTexts(cosignTexts).custody;
  const custody = first?.act.kind === 'filed' ? first.act.custody : undefined;
  if (!custody) return null;
  const isUnchecked = custody.children.some((said) => said !== 'alone' && said !== 'shared');
  return (
    <Section title={t.title}>
      {isUnchecked && (
        <Alert tone="warning" title={t.unchecked}>
          <p>{t.uncheckedText}</p>
        </Alert>
      )}
      <SummaryList
        rows={[
          ...custody.children.map((said, index) => ({ label: t.child(index + 1), value: t.said[said] })),
          ...(custody.asOf === null
            ? []
            : [{ label: t.asOf, value: <Moment at={Temporal.Instant.from(custody.asOf)} zone={zone} /> }]),
        ]}
      />
    </Section>
  );
}
