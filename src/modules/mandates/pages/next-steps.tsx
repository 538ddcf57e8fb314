import { Section, SummaryList, useTexts } from '../../../kernel/html/index.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { errandQuery } from '../errand.ts';
import type { ErrandKind } from '../form-model.ts';
import { awaits, hasSigned, type Mandate, type MandateState } from '../mandate.ts';
import { mandatesHref } from '../mandates-href.ts';
import { writeTexts } from '../write-texts/index.ts';

export type StepsProps = {
  readonly mandate: Mandate;
  readonly state: MandateState;
  /** In whose name the page is read, and by whom. */
  readonly reader: PartyId;
  readonly me: PartyId | null;
};

/** Who has signed, and whose turn it is, as long as it waits. */
export function Signatures({ mandate, me }: Pick<StepsProps, 'mandate' | 'me'>) {
  const t = useTexts(writeTexts).signing;
  const { terms, signed } = mandate;
  const nameOf = (party: PartyId) => terms.grantors.find((one) => one.party === party)?.name;
  const holderOf = (party: PartyId) => terms.holders.find((one) => one.party === party)?.name;
  return (
    <Section title={t.title}>
      <SummaryList
        rows={terms.signers.map((signer) => {
          const isMine = signer.party === me && awaits(mandate, signer.party);
          const name = nameOf(signer.party) ?? holderOf(signer.party) ?? t.someone;
          const behalf = signer.party === signer.onBehalfOf ? undefined : nameOf(signer.onBehalfOf);
          return {
            label: behalf ? t.one(name, behalf) : name,
            value: hasSigned(signed, signer) ? t.signed : isMine ? t.you : t.other,
          };
        })}
      />
    </Section>
  );
}

/** Whose request it is. */
export function RequestNote({ mandate, reader }: Pick<StepsProps, 'mandate' | 'reader'>) {
  const t = useTexts(writeTexts).request;
  const { requestedBy, grantors, holders } = mandate.terms;
  if (requestedBy === null) return null;
  const asker = holders.find(({ party }) => party === requestedBy)?.name ?? '';
  return <p>{requestedBy === reader ? t.yours(grantors.map(({ name }) => name).join(', ')) : t.theirs(asker)}</p>;
}

const standing: ReadonlySet<MandateState> = new Set<MandateState>(['active', 'upcoming']);

/** Writing it otherwise, for longer, or on to somebody else: who may, and when. */
export function NextSteps({ mandate, state, reader, me }: StepsProps) {
  const t = useTexts(writeTexts).links;
  const { terms, left, id } = mandate;
  const isFirst = terms.passedOn === null;
  const gives =
    isFirst && (terms.grantors.some((one) => one.party === reader) || terms.signers.some((one) => one.party === me));
  const holds = terms.holders.some(({ party }) => party === reader) && !left.includes(reader);
  const mayAsk = holds && isFirst && terms.signers.every(({ party, onBehalfOf }) => party === onBehalfOf);
  const stands = standing.has(state);
  const links: { kind: ErrandKind; label: string }[] = [];
  if (gives && state === 'awaiting-signatures' && terms.requestedBy) links.push({ kind: 'change', label: t.alter });
  if (stands && (gives || mayAsk)) links.push({ kind: 'change', label: gives ? t.change : t.askChange });
  if ((stands || state === 'expired') && (gives || mayAsk)) {
    links.push({ kind: 'renew', label: gives ? t.renew : t.askRenew });
  }
  if (stands && holds && terms.mayPassOn) links.push({ kind: 'pass-on', label: t.passOn });
  if (links.length === 0) return null;
  return (
    <Section title={t.title}>
      <ul class="ds-list">
        {links.map(({ kind, label }) => (
          <li key={kind}>
            <a class="ds-link" href={`${mandatesHref}/ny?${errandQuery({ kind, of: id })}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
