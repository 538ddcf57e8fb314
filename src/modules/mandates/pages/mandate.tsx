import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Page,
  Section,
  SummaryList,
  Timeline,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { PartyId, SigningId } from '../../../kernel/ids.ts';
import type { Act } from '../change-mandate.ts';
import { listTexts } from '../list-texts/index.ts';
import { awaits, type Happened, type Mandate, type MandateEvent, stateAt } from '../mandate.ts';
import { mandatesHref } from '../mandates-href.ts';
import { isAllowed } from '../next-event.ts';
import { plainWords } from '../plain-words.ts';
import { texts } from '../texts/index.ts';
import { writeTexts } from '../write-texts/index.ts';
import { NextSteps, RequestNote, Signatures } from './next-steps.tsx';
import { Source } from './source.tsx';
import { StateTag } from './state-tag.tsx';
import { type Use, Uses } from './uses.tsx';
import { WordsOf } from './words.tsx';

export type MandateProps = {
  readonly mandate: Mandate;
  readonly stream: readonly Happened[];
  /** Where it is signed; null when that is over. */
  readonly signing: SigningId | null;
  /** In whose name the page is read. */
  readonly reader: PartyId;
  /** The person who reads. */
  readonly me: PartyId | null;
  readonly now: Temporal.Instant;
  /** Null for who is not its grantor. */
  readonly uses: readonly Use[] | null;
  /** What the authority is called that has registered it from paper. */
  readonly registrar: string | null;
};

const zone = 'Europe/Stockholm';

function nameOf({ terms }: Mandate, party: PartyId): string | undefined {
  return [...terms.grantors, ...terms.holders].find((one) => one.party === party)?.name;
}

function doerOf(mandate: Mandate, event: MandateEvent): string | undefined {
  return 'by' in event ? nameOf(mandate, event.by) : undefined;
}

/** One mandate: how it stands, what it lets whom do, and what may be done to it. */
export function MandatePage({ mandate, stream, signing, reader, me, now, uses, registrar }: MandateProps) {
  const t = useTexts(texts);
  const { labels, awaitsCheck } = useTexts(listTexts);
  const w = useTexts(writeTexts);
  const { language } = usePage();
  const state = stateAt(mandate, now);
  const { grantors, holders, signers } = mandate.terms;
  const names = (all: typeof grantors) => all.map(({ name }) => name).join(', ');
  const isGrantor = grantors.some(({ party }) => party === reader);
  const isHolder = holders.some(({ party }) => party === reader) && !mandate.left.includes(reader);
  const signs = signers.some(({ party }) => party === me);
  const isRevokedOnPaper = stream.some(({ event }) => event.kind === 'revoked-on-paper');
  const asked = state === 'awaiting-signatures' && mandate.terms.requestedBy === reader;
  const isAskedOf = state === 'awaiting-signatures' && mandate.terms.requestedBy !== null;
  const { passedOn } = mandate.terms;
  // Who is asked says no where it is signed.
  const mayRevoke = !isAskedOf && (isGrantor || passedOn?.by === reader || (signs && me === reader));
  const words = plainWords(mandate.terms, language);
  return (
    <Page title={words.title} breadcrumbs={[{ href: mandatesHref, label: t.title }]}>
      <SummaryList
        rows={[
          { label: t.mandate.state, value: <StateTag mandate={mandate} me={me} now={now} /> },
          { label: t.mandate.grantors, value: names(grantors) },
          { label: t.mandate.holders, value: names(holders) },
          ...(mandate.registeredAt === null && !mandate.paper
            ? []
            : [
                {
                  label: labels.source,
                  value: <Source mandate={mandate} signing={signing} {...{ signs, registrar, isRevokedOnPaper }} />,
                },
              ]),
        ]}
      />
      {state === 'awaiting-signatures' && (
        <>
          <p>{mandate.paper ? awaitsCheck : t.mandate.signing}</p>
          <RequestNote mandate={mandate} reader={reader} />
          {!mandate.paper && <Signatures mandate={mandate} me={me} />}
          {signing && me && awaits(mandate, me) && (
            <ButtonLink href={`/mina-sidor/signera/${signing}`}>{t.mandate.sign}</ButtonLink>
          )}
        </>
      )}
      <WordsOf words={words} />
      {isHolder && state === 'active' && (
        <Form action="/mina-sidor/valj">
          <input type="hidden" name="principal" value={grantors[0]?.party} />
          <Actions>
            <Button>{t.mandate.act(grantors[0]?.name ?? '')}</Button>
          </Actions>
        </Form>
      )}
      {isHolder && (
        <Section title={t.mandate.answerTitle}>
          <Actions>
            {isAllowed(state, 'accepted') && !mandate.accepted.includes(reader) && (
              <Do mandate={mandate} act="accepted" label={t.mandate.accept} />
            )}
            {isAllowed(state, 'declined') && !mandate.accepted.includes(reader) && (
              <Do mandate={mandate} act="declined" label={asked ? w.request.withdraw : t.mandate.decline} />
            )}
            {isAllowed(state, 'given-back') && mandate.accepted.includes(reader) && (
              <Do mandate={mandate} act="given-back" label={t.mandate.giveBack} />
            )}
          </Actions>
        </Section>
      )}
      <NextSteps mandate={mandate} state={state} reader={reader} me={me} />
      {mayRevoke && isAllowed(state, 'revoked') && (
        <Section title={t.mandate.revokeTitle}>
          <p>{t.mandate.revokeLead}</p>
          <Do mandate={mandate} act="revoked" label={t.mandate.revoke} danger />
        </Section>
      )}
      {uses && <Uses uses={uses} right={mandate.id} />}
      <Section title={t.mandate.happened}>
        <Timeline
          zone={zone}
          items={stream.toReversed().map(({ seq, at, event }) => ({
            key: String(seq),
            at,
            title: t.mandate.events[event.kind],
            by: doerOf(mandate, event),
          }))}
        />
      </Section>
    </Page>
  );
}

const paths = {
  accepted: 'ta-emot',
  declined: 'tacka-nej',
  'given-back': 'lamna-tillbaka',
  revoked: 'aterkalla',
} as const;
const acts = Object.keys(paths) as Act[]; // just those

/** What an address asks to do; undefined for one that asks nothing. */
export function actOfPath(path: string): Act | undefined {
  return acts.find((act) => paths[act] === path);
}

type DoProps = { readonly mandate: Mandate; readonly act: Act; readonly label: string; readonly danger?: boolean };

function Do({ mandate, act, label, danger }: DoProps) {
  return (
    <Form action={`${mandatesHref}/${mandate.id}/${paths[act]}`} class="al-inline-form">
      <Button variant={danger ? 'primary' : 'secondary'} {...(danger ? { tone: 'danger' as const } : {})}>
        {label}
      </Button>
    </Form>
  );
}
