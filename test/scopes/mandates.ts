import { derivedId, type MandateId } from '../../src/kernel/ids.ts';
import { everything } from '../../src/modules/mandates/list-filter.ts';
import { type MandateEvent, mandateFrom } from '../../src/modules/mandates/mandate.ts';
import * as asking from '../../src/modules/mandates/store/asked.ts';
import * as atAuthority from '../../src/modules/mandates/store/at-authority.ts';
import * as chain from '../../src/modules/mandates/store/chain.ts';
import * as due from '../../src/modules/mandates/store/due-notices.ts';
import * as elsewhere from '../../src/modules/mandates/store/elsewhere.ts';
import * as listed from '../../src/modules/mandates/store/listed.ts';
import * as papers from '../../src/modules/mandates/store/papers.ts';
import * as registers from '../../src/modules/mandates/store/register-rights.ts';
import * as mandates from '../../src/modules/mandates/store.ts';
import { eventFrom } from '../../src/modules/mandates/stream.ts';
import { fenced, open, past, type StatementsOf } from './statement.ts';
import { digest, draftedBy, now, somebody, type World } from './worlds.ts';

const past60 = now.subtract({ hours: 24 * 60 });
const own = { resident: 'party', worker: 'party' } as const;
/** An official reaches them by the permit for a paper of their own authority. */
const handled = { ...own, official: 'party' } as const;

/** With nobody in it but the world's party, so that one key is enough to write it. */
function mandateOf(w: World, id: MandateId) {
  const drafted = eventFrom(draftedBy(w)) as Extract<MandateEvent, { kind: 'drafted' }>;
  const terms = { ...drafted.terms, holders: drafted.terms.grantors };
  return mandateFrom(id, [{ seq: 1, at: now, event: { ...drafted, terms } }]);
}

const statements: StatementsOf<typeof mandates> = {
  loadFacts: past(['resident', 'worker'], 'what one party may do for another, whose fence it is not', (tx) =>
    mandates.loadFacts(tx, somebody, null, now),
  ),
  insertMandate: fenced(handled, (tx, w) => mandates.insertMandate(tx, mandateOf(w, derivedId('new mandate')), null)),
  insertEvent: fenced(handled, (tx, w) =>
    mandates.insertEvent(tx, { ...mandateOf(w, w.mandate), seq: 2 }, now, { kind: 'revoked', by: w.party }, []),
  ),
  updateMandate: fenced(handled, (tx, w) => mandates.updateMandate(tx, { ...mandateOf(w, w.mandate), seq: 2 })),
  insertParties: fenced(handled, (tx, w) => mandates.insertParties(tx, mandateOf(w, derivedId('new mandate')), now)),
  updateParties: fenced(handled, (tx, w) => mandates.updateParties(tx, mandateOf(w, w.mandate), now)),
  lockMandate: fenced(handled, (tx, w) => mandates.lockMandate(tx, w.mandate)),
  loadDependents: fenced(
    handled,
    (tx, w) => mandates.loadDependents(tx, w.mandate),
    'update mandates.mandate set replaces = mandate_id where $1::int is not null',
  ),
  loadSigningId: fenced(
    handled,
    (tx, w) => mandates.loadSigningId(tx, w.mandate),
    `update mandates.mandate set signing_id = '00000000-0000-7000-8000-000000000001' where $1::int is not null`,
  ),
  loadMandate: fenced(handled, (tx, w) => mandates.loadMandate(tx, w.mandate)),
};

const dueStatements: StatementsOf<typeof due> = {
  planNotice: fenced({ worker: 'party' }, (tx, w) =>
    due.planNotice(tx, { mandate: derivedId('new mandate'), kind: 'expired', parties: [w.party] }, now),
  ),
  loadDueNotices: past(['worker'], 'what is to be told of anybody’s mandates; ids only', (tx) =>
    due.loadDueNotices(tx, now, 10),
  ),
  takeNotice: fenced({ worker: 'party' }, (tx, w) => due.takeNotice(tx, { mandate: w.mandate, kind: 'expiring' })),
  loadGone: fenced(
    own,
    async (tx, w) => [...(await due.loadGone(tx, [w.party]))],
    `insert into mandates.party_state
     select p.party_id, 'dead', now(), 'population', now() from mandates.mandate_party p
     where $1::int is not null on conflict do nothing`,
  ),
};

const said = { about: 'represented', source: 'population', asked_at: now, heard_at: now, as_of: now } as const;

const registerStatements: StatementsOf<typeof registers> = {
  keepHeard: fenced(own, (tx, w) =>
    registers.keepHeard(tx, [
      { ...said, party: w.party, fault: null, rights: [], states: [{ kind: 'dead', since: now }] },
    ]),
  ),
  loadPrincipalsDue: past(['worker'], 'for whom somebody may act; ids only', (tx) =>
    registers.loadPrincipalsDue(tx, now, 10),
  ),
  loadPrincipalsOf: fenced(own, (tx, w) => registers.loadPrincipalsOf(tx, w.party)),
  loadStates: fenced(own, (tx, w) => registers.loadStates(tx, w.party)),
  loadRightsOver: fenced(
    own,
    (tx, w) => registers.loadRightsOver(tx, w.party),
    // Over the party, by somebody else.
    `update mandates.register_right set principal = party_id where $1::int is not null`,
  ),
};
const elsewhereStatements: StatementsOf<typeof elsewhere> = {
  keepLink: fenced({ resident: 'party' }, (tx, w) =>
    elsewhere.keepLink(
      tx,
      {
        ...{ holder: w.party, principal: derivedId('another'), register: 'suomi-fi', name: null, sealed: 'sealed' },
        authorities: [w.authority],
      },
      now,
    ),
  ),
  loadLinked: fenced(
    { resident: 'party' },
    (tx, w) => elsewhere.loadLinked(tx, w.party),
    `insert into mandates.elsewhere
     select p.party_id, '00000000-0000-7000-8000-000000000009', 'suomi-fi', '{1}', null, 'x', now(), now()
     from mandates.mandate_party p where $1::int is not null on conflict do nothing`,
  ),
  forgetElsewhere: past(['worker'], 'whom other registers were asked about long ago', (tx) =>
    elsewhere.forgetElsewhere(tx, past60),
  ),
};
const askedStatements: StatementsOf<typeof asking> = {
  lockAsker: open('takes a lock by a name, touches no row'),
  loadAsked: fenced(
    handled,
    (tx, w) => asking.loadAsked(tx, w.party, past60),
    'update mandates.mandate set drafted_by = grantors[1], drafted_at = now() where $1::int is not null',
  ),
};
const chainStatements: StatementsOf<typeof chain> = {
  loadChain: fenced(handled, (tx, w) => chain.loadChain(tx, w.mandate)),
};

const office = { official: 'authority' } as const;
const asked = ({ authority }: World) => ({ authority, holder: null, grantor: null });

const authorityStatements: StatementsOf<typeof atAuthority> = {
  loadFactsAt: fenced(office, (tx, w) =>
    atAuthority.loadFactsAt(tx, { authority: w.authority, acting: somebody, at: now }, null),
  ),
  loadMandatesAt: fenced(
    office,
    (tx, w) => atAuthority.loadMandatesAt(tx, { ...asked(w), mandate: w.mandate }, 10),
    `update mandates.mandate set reach = jsonb_build_object('kind', 'authority', 'authority', $1::int)`,
  ),
};

const listedStatements: StatementsOf<typeof listed> = {
  loadListed: fenced(handled, async (tx, w) => {
    const page = await listed.loadListed(tx, w.party, { filter: everything, now, after: null, most: 10 });
    return page.listed;
  }),
  loadNamed: fenced(handled, (tx, w) => listed.loadNamed(tx, w.party, 10)),
};

const scanned = { file: digest, name: 'fullmakt.pdf', mediaType: 'application/pdf' };
/** A resident reads the papers that they are a party to. */
const byOffice = { official: 'authority', worker: 'authority', resident: 'party' } as const;
const paperStatements: StatementsOf<typeof papers> = {
  insertPaper: fenced({ official: 'authority' }, (tx, w) =>
    papers.insertPaper(tx, {
      ...{ authority: w.authority, mandate: derivedId('new paper'), parties: [w.party], document: scanned, digest },
      ...{ subject: { sv: 'x', fi: 'x', en: 'x' }, request: w.approval, registeredBy: w.party, registrarName: 'x' },
      registeredAt: now,
    }),
  ),
  keepRevocation: fenced({ official: 'authority' }, (tx, w) => papers.keepRevocation(tx, w, scanned)),
  loadPaper: fenced(byOffice, (tx, w) => papers.loadPaper(tx, w.authority, w.mandate)),
  loadPaperOf: fenced(byOffice, (tx, w) => papers.loadPaperOf(tx, w.mandate)),
  loadPapers: fenced(byOffice, (tx, w) => papers.loadPapers(tx, [w.authority], null, 10)),
  namedFiles: past(['worker'], 'which contents a mandate on paper names, whoever’s it is', (tx) =>
    papers.namedFiles(tx, [digest]),
  ),
};

export const mandateStatements = {
  'mandates/store/papers.ts': paperStatements,
  'mandates/store/listed.ts': listedStatements,
  'mandates/store/asked.ts': askedStatements,
  'mandates/store/chain.ts': chainStatements,
  'mandates/store/elsewhere.ts': elsewhereStatements,
  'mandates/store.ts': statements,
  'mandates/store/due-notices.ts': dueStatements,
  'mandates/store/register-rights.ts': registerStatements,
  'mandates/store/at-authority.ts': authorityStatements,
};
