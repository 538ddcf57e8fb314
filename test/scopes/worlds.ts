import { createHash } from 'node:crypto';
import { canonicalJson, canonicalSha256 } from '../../src/kernel/canonical-json.ts';
import {
  type ApprovalId,
  type AuthorityId,
  type CaseId,
  type DraftId,
  derivedId,
  type EventId,
  type FileDigest,
  type MandateId,
  type MessageId,
  type PartyId,
  type ServiceId,
  type SigningId,
} from '../../src/kernel/ids.ts';
import type { TestDatabase } from '../database.ts';

/** One authority and one person with a row in every table; two such worlds have nothing in common. */
export type World = {
  readonly authority: AuthorityId;
  readonly party: PartyId;
  /** Stands in every text of its rows. */
  readonly secret: string;
  readonly case: CaseId;
  /** Closed, and due to be erased. */
  readonly closedCase: CaseId;
  readonly message: MessageId;
  readonly tip: EventId;
  readonly draft: DraftId;
  readonly signing: SigningId;
  readonly approval: ApprovalId;
  readonly approver: string;
  readonly batch: string;
  readonly account: string;
  readonly report: string;
  readonly mapping: string;
  /** Came by that mapping; its second row is in quarantine. */
  readonly file: string;
  readonly destination: string;
  readonly source: string;
  readonly delivery: string;
  readonly arrival: string;
  readonly subscriber: string;
  readonly push: string;
  readonly employee: string;
  readonly payrun: string;
  /** Made and handed over. */
  readonly handedReport: string;
  readonly payReport: string;
  readonly askedReport: string;
  readonly payRequest: string;
  readonly succession: string;
  readonly assignment: string;
  readonly invitation: string;
  readonly session: string;
  readonly mandate: MandateId;
  readonly token: Buffer;
};

export const now = Temporal.Instant.from('2026-03-02T10:00:00Z');
export const today = Temporal.PlainDate.from('2026-03-02');
export const service = 'se.sundsvall/prov' as ServiceId;
/** A service that nobody has adopted yet. */
export const newService = 'se.sundsvall/nytt' as ServiceId;
export const digest = 'a'.repeat(64) as FileDigest;
/** A party and an authority of neither world. */
export const somebody = derivedId<PartyId>('somebody');
export const stockholm = 7520180 as AuthorityId;

function world(authority: number, name: string): World {
  return {
    authority: authority as AuthorityId,
    party: derivedId(name, 'party'),
    secret: `${name}s hemlighet`,
    case: derivedId(name, 'case'),
    closedCase: derivedId(name, 'closed case'),
    message: derivedId(name, 'message'),
    tip: derivedId(name, 'tip'),
    draft: derivedId(name, 'draft'),
    signing: derivedId(name, 'signing'),
    approval: derivedId(name, 'approval'),
    approver: derivedId(name, 'approver'),
    batch: derivedId(name, 'batch'),
    account: derivedId(name, 'account'),
    report: derivedId(name, 'report'),
    mapping: derivedId(name, 'mapping'),
    file: derivedId(name, 'file'),
    destination: derivedId(name, 'destination'),
    source: derivedId(name, 'source'),
    delivery: derivedId(name, 'delivery'),
    arrival: derivedId(name, 'arrival'),
    subscriber: derivedId(name, 'subscriber'),
    push: derivedId(name, 'push'),
    employee: derivedId(name, 'employee'),
    payrun: derivedId(name, 'pay run'),
    handedReport: derivedId(name, 'handed report'),
    payReport: derivedId(name, 'pay report'),
    askedReport: derivedId(name, 'asked report'),
    payRequest: derivedId(name, 'pay request'),
    succession: derivedId(name, 'succession'),
    assignment: derivedId(name, 'assignment'),
    invitation: derivedId(name, 'invitation'),
    session: derivedId(name, 'session'),
    mandate: derivedId(name, 'mandate'),
    token: Buffer.alloc(32, name),
  };
}

export const sottunga = world(2480766, 'anna');
export const sundsvall = world(7522281, 'erik');

/** As the owner, whom no policy holds. */
export async function plant(db: TestDatabase): Promise<void> {
  for (const [index, id] of [service, newService].entries()) {
    await db.sql(`insert into services.service values ($1, 'child-care', 'family', 1)`, [id]);
    await db.sql(`insert into services.version values ($1, 1, $2, '{}', $3)`, [id, `${index}`.repeat(64), at]);
  }
  for (const one of [sottunga, sundsvall]) {
    for (const [statement, values] of rowsOf(one)) await db.sql(statement, values);
  }
}

const at = now.toString();

/** A mandate of the world's party to somebody, as its first event says it. */
export function draftedBy({ party, secret }: Pick<World, 'party' | 'secret'>) {
  const moments = { from: at, until: '2027-01-01T00:00:00Z', signBy: '2026-06-01T00:00:00Z' };
  const terms = {
    ...{
      grantors: [{ party, name: secret }],
      holders: [{ party: somebody, name: 'x' }],
      reach: { kind: 'everything' },
    },
    subject: { sv: 'x', fi: 'x', en: 'x' },
    ...{ level: 'active', mayPassOn: false, signers: [{ party, onBehalfOf: party }], replaces: null, passedOn: null },
  };
  return { kind: 'drafted', by: party, terms: { ...terms, ...moments } };
}

function rowsOf(w: World): [string, unknown[]][] {
  const { authority, party, secret } = w;
  const caseRow = (id: CaseId, ordinal: number, phase: string, stage: string, closed: string | null) => [
    ...[authority, id, ordinal, `X 2026-000${ordinal}`, service, digest, party, secret, at, phase, stage],
    ...[closed, closed && '2026-03-01', JSON.stringify({ answer: secret })],
  ];
  const insertCase = `insert into cases."case" (authority_id, case_id, diary_year, diary_ordinal, diary_number, service_id,
      service_version, definition_sha256, task, applicant, parties, applicant_name, protected, language, filed_at, seq,
      phase, stage, due_on, changed_at, closed_at, erase_on, answers, answers_sha256, settings)
    values ($1, $2, 2026, $3, $4, $5, 1, $6, 'child-care', $7, array[$7::uuid], $8, false, 'sv', $9, 1, $10, $11,
      '2026-03-30', $9, $12, $13, $14, $6, '{}')`;
  const signed = { title: { sv: secret, fi: secret, en: secret }, plainWords: {}, content: {} };
  const signedText = canonicalJson(signed);
  const signedDigest = canonicalSha256(signed);
  const filed = { by: { kind: 'person', party }, basis: [], act: { kind: 'filed', dueOn: '2026-03-30' }, note: secret };
  return [
    [`update directory.authority set joined_at = $2, contact = '{}' where authority_id = $1`, [authority, at]],
    [`insert into directory.theme values ($1, $2, $3)`, [authority, `/* ${secret} */`, at]],
    [`insert into directory.barrier_report values ($1, $2, $3, '/', $4)`, [authority, w.report, at, secret]],
    [
      `insert into directory.succession values ($1, $2, $3, '2027-01-01', $4, null, $5)`,
      [w.succession, stockholm, authority, at, secret],
    ],
    [
      `insert into notifications.tip values ($1, $2, $3, 'new-message', 'email', 'sv', $4, 'under-way', $3)`,
      [authority, w.tip, at, secret],
    ],
    [`insert into notifications.attempt values ($1, $2, 1, $3, null, null, null)`, [authority, w.tip, at]],
    [
      `insert into intake.mapping values ($1, $2, $3, 'directory.units', 1, '{}', null, null, null, $4, $5, $3)`,
      [authority, w.mapping, secret, at, party],
    ],
    [
      `insert into intake.file values ($1, $2, $3, 1, 'directory.units', '{}', $4, $5, 12, $6, null, $4, null, 'settled', null, $6)`,
      [authority, w.file, w.mapping, secret, digest, at],
    ],
    [
      `insert into intake.row values ($1, $2, 2, 'quarantined', null, null, $3, '[{"reason": "shifted"}]')`,
      [authority, w.file, secret],
    ],
    [
      `insert into exchange.destination values ($1, $2, $3, 'sftp', $3, 22, $3, $3, $3, $3, $3, false, $4, $5, $3, null)`,
      [authority, w.destination, secret, at, party],
    ],
    [
      `insert into exchange.subscriber values ($1, $2, $3, 'https://example.org/krok', $3, '{case.opened}', $4, $5, $3, null)`,
      [authority, w.subscriber, secret, at, party],
    ],
    [
      `insert into exchange.push values ($1, $2, $3, 'case.opened', $4, 1, $5, 'waiting', $5)`,
      [authority, w.push, w.subscriber, w.case, at],
    ],
    [`insert into exchange.push_attempt values ($1, $2, 1, $3)`, [authority, w.push, at]],
    [
      `insert into exchange.delivery values ($1, $2, $3, $4, 'x', $4, $5, 12, $6, 'delivered', 0, '{}', $6)`,
      [authority, w.delivery, w.destination, secret, digest, at],
    ],
    [
      `insert into exchange.arrival values ($1, $2, $3, 'tid.csv', 'machine', 'x', $4, 12, $5, $6, null)`,
      [authority, w.arrival, w.mapping, digest, at, w.file],
    ],
    [`insert into exchange.attempt values ($1, $2, 1, $3)`, [authority, w.delivery, at]],
    [
      `insert into exchange.source values ($1, $2, $3, 'bank-answer', $4, null, $5, $6, $4, null, null, null, null, '[]')`,
      [authority, w.source, w.destination, secret, at, party],
    ],
    [`insert into exchange.reconciliation values ($1, $2, $3, 'answered', 1, '[]')`, [authority, w.destination, at]],
    [`insert into identity.party values ($1, 'person', $2, 'sv', false, $3)`, [party, secret, at]],
    [`insert into identity.identity_number values ($1, 'FI', $2)`, [party, secret]],
    [`insert into identity.number_index values ($1, $2)`, [w.token, party]],
    [`insert into identity.contact values ($1, 'email', $2, $3, null, null, null)`, [party, secret, at]],
    [
      `insert into identity.role_assignment (authority_id, assignment_id, party_id, role, tasks, from_day, given_at)
        values ($1, $2, $3, 'case-officer', '{child-care}', '2026-01-01', $4)`,
      [authority, w.assignment, party, at],
    ],
    [
      `insert into identity.session values ($1, $2, $3, 'high', $4, $5, $5, '2026-03-03')`,
      [w.token, w.session, party, secret, at],
    ],
    [`insert into identity.sign_in_attempt values ($1, $2, '2026-03-03')`, [w.token, secret]],
    [
      `insert into identity.invitation values ($1, $2, $3, 'case-officer', null, '{child-care}', '{}', $4, null, $5, '2026-04-01')`,
      [w.token, w.invitation, authority, secret, at],
    ],
    [
      `insert into mailbox.message values ($1, $2, $3, 'Avsändare', 'AX', 'decision', 'sv', $4, $4, null, null, null, 1, $5, null)`,
      [party, w.message, authority, secret, at],
    ],
    [
      `insert into mailbox.attachment values ($1, $2, 1, $3, $4, 'application/pdf')`,
      [party, w.message, digest, secret],
    ],
    [
      `insert into signing.signing values ($1, 'mandate', 'x', null, $2, $3, $4, false, '2026-04-01', $5, $6, array[$5::uuid], 2, 'open')`,
      [w.signing, signedText, signedDigest, JSON.stringify([{ party, onBehalfOf: null }]), party, at],
    ],
    [
      `insert into signing.event values ($1, 1, 'requested', $3, $2, array[$2::uuid], '{}'),
        ($1, 2, 'signed', $3, $2, array[$2::uuid], $4)`,
      [w.signing, party, at, JSON.stringify({ place: 1, statement: secret, sealedToken: secret })],
    ],
    [`insert into signing.signer values ($1, $2, 'me', '2026-04-01', $3)`, [party, w.signing, at]],
    [
      `insert into signing.attempt values ($1, $2, $3, $4, $5, '2026-04-01')`,
      [party, w.token, w.signing, w.session, secret],
    ],
    [`insert into mailbox.message_event values ($1, $2, 1, 'delivered', $3, null)`, [party, w.message, at]],
    [
      `insert into approvals.request values ($1, $2, 'prov', $3, 'payroll', $4, $5, null, null, null,
        '{"eyes": 2, "named": false, "own": false}', $6, $7, '{}', '{}', $8, '2026-04-01', 1, 'open')`,
      [authority, w.approval, w.case, digest, JSON.stringify({ what: { sv: secret }, facts: [] }), party, secret, at],
    ],
    [
      `insert into approvals.vote values ($1, $2, 1, 'approved', $3, $4, $5, null, true, $5, '[]')`,
      [authority, w.approval, at, party, secret],
    ],
    [
      `insert into approvals.approver values ($1, $2, $3, $4, 'payroll', null, null, null, '2026-01-01', null, $3, $5, null)`,
      [authority, w.approver, party, secret, at],
    ],
    [
      `insert into payments.batch values ($1, $2, $3, 'payroll', 'salary', 'sepa', 'pain.001.001.03', 'EUR', $4, '2026-04-01',
        1, 100, $5, $5, $6, $7, $8, $9, null, null, null, 'proposed')`,
      [authority, w.batch, w.batch.slice(-12), JSON.stringify({ name: secret }), digest, party, secret, at, w.approval],
    ],
    [
      `insert into payments.payment values ($1, $2, 1, 'p1', $3, $4, $5, 100, 'waiting', null, $6)`,
      [authority, w.batch, w.batch.slice(-12), party, secret, at],
    ],
    [
      `insert into payments.account values ($1, $2, $3, $4, $4, 'sepa', 'payroll', $5, false, $6, $3, $7, null, null, 'proposed')`,
      [authority, w.account, party, secret, digest, w.approval, at],
    ],
    [
      `insert into payments.payer values ($1, 'sepa', $2, $3, $4, $5)`,
      [authority, JSON.stringify({ name: secret }), at, party, secret],
    ],
    [
      `insert into payments.receipt values ($1, $2, $3, 'pain.002', $4, $5, $6, $4, '{"told": 1, "changed": 1, "unknown": 0}')`,
      [authority, w.batch, digest, secret, at, party],
    ],
    [`insert into overview.code_seen values ($1, 'prov', $2, '', 'them', $2, 1, $3, $3)`, [authority, secret, at]],
    [
      `insert into overview.meaning values ($1, 'prov', 'status', $2, 1, '2026-01-01', null, $3, $2)`,
      [authority, secret, at],
    ],
    [`insert into overview.last_known values ($1, 'prov', $2, $3)`, [party, secret, at]],
    [
      `insert into overview.calendar_feed values ($1, $2, 'sv', $3, null)`,
      [party, createHash('sha256').update(party).digest(), at],
    ],
    [
      `insert into services.adoption (authority_id, service_id, slug, version, settings, adopted_at)
        values ($1, $2, 'prov', 1, '{}', $3)`,
      [authority, service, at],
    ],
    [
      `insert into services.adoption_change values ($1, $2, 2, $3, $4, $5, '[]', $6)`,
      [authority, service, at, party, secret, JSON.stringify([{ part: 'text.sv.lead', from: null, to: secret }])],
    ],
    [
      `insert into services.draft values ($1, $2, $3, $4, 1, 1, $5, '{}', '[]', $6, $6, null)`,
      [party, w.draft, authority, service, JSON.stringify({ answer: secret }), at],
    ],
    [
      `insert into payroll.employee values ($1, $2, '17', $3, $4, '1990-01-01', 'AX', 1, $5, 'k')`,
      [
        authority,
        w.employee,
        secret,
        party,
        JSON.stringify([
          [1, 'time', 1, '2026-01-01', null, { approved: false }],
          [2, 'absence', 1, '2026-01-01', null, { cause: 'parental' }],
        ]).replaceAll(': ', ':'),
      ],
    ],
    [
      `insert into payroll.fact values ($1, $2, 1, 'union', null, '2026-01-01', null, null, false, $3, null, $4, '{}')`,
      [authority, w.employee, at, secret],
    ],
    [
      `insert into payroll.request values ($1, $2, $3, $4, 'absence', 1, '2026-01-01', '2026-01-02', $5, $6, 'waiting', null, null, null, null)`,
      [authority, w.payRequest, w.employee, party, JSON.stringify({ cause: secret }), at],
    ],
    [`insert into payroll.old_line values ($1, '2026-01-01', '17', $2, 1, $3)`, [authority, secret.slice(0, 40), at]],
    [`insert into payroll.code_map values ($1, $2, 'monthly', $3, $4)`, [authority, secret.slice(0, 40), at, party]],
    [
      `insert into payroll.difference_answer values ($1, '2026-01-01', $2, 'tax', 1, 2, 'accepted', $3, $4, $5, $3)`,
      [authority, w.employee, secret, at, party],
    ],
    [
      `insert into payroll.run values ($1, $2, 'regular', '2026-01-01', '2026-01-31', '2026-01-30', 1, 'calculating', null, 'x', 0, 1,
        false, null, $3)`,
      [authority, w.payrun, at],
    ],
    [
      `insert into payroll.run_event values ($1, $2, 3, 'opened', $3, $4, $5, '[]', '{}')`,
      [authority, w.payrun, at, party, secret],
    ],
    [
      `insert into payroll.draft values ($1, $2, $3, $4, 0, 'x', null, 100, 90, 20, '{1}', '{1}')`,
      [authority, w.payrun, w.employee, party],
    ],
    [
      `insert into payroll.payslip values ($1, $2, '2025-12-30', $3, '2025-12-01', '2025-12-31', $4, 1, 'x', 100, 90, 20, '{1}', '{1}', $5)`,
      [authority, w.employee, w.payrun, party, at],
    ],
    [
      `insert into payroll.change values ($1, $2, '{}', $3, $4, $5, $6, 'proposed')`,
      [authority, w.payrun, digest, w.approval, party, at],
    ],
    [
      `insert into payroll.recovery_request values ($1, $2, $3, $2, '{}', $4, $5, $6, $7, 'proposed')`,
      [authority, w.payrun, w.employee, digest, w.approval, party, at],
    ],
    [`insert into payroll.pay_out values ($1, $2, $3, $3, 90, $4)`, [authority, w.payrun, w.batch, at]],
    [
      `insert into payroll.report_terms values ($1, 1, $2, $3, $4, $5)`,
      [authority, JSON.stringify({ contactName: secret }), at, party, secret],
    ],
    ...(
      [
        [w.handedReport, 1, 'made', at, secret],
        [w.payReport, 2, 'made', null, null],
        [w.askedReport, 3, 'asked', null, null],
      ] as const
    ).map(([report, version, state, handed, byName]): [string, unknown[]] => [
      `insert into payroll.report values ($1, $2, 'agi', null, '2025-12-01', $3, $4, $5, $6, $7, $8, $9, 1, 1, 1, false, '[]',
        $10, $11)`,
      [
        ...[authority, report, version, at, party, secret, state, state === 'made' ? secret : null],
        ...[state === 'made' ? 'b'.repeat(64) : null, handed, byName],
      ],
    ]),
    [
      `insert into payroll.reported values ($1, $2, $3, 'run x', 'e', 1, 'd', false)`,
      [authority, w.handedReport, w.employee],
    ],
    [`insert into payroll.specification_number values ($1, $2, 7)`, [authority, w.employee]],
    [
      `insert into payroll.projection values ($1, $2, 'payments', 1, 90, $3, $4)`,
      [authority, w.payrun, 'a'.repeat(64), at],
    ],
    [
      `insert into payroll.finding values ($1, $2, $3, 'no-card', 6, null, '{}', 'd')`,
      [authority, w.payrun, w.employee],
    ],
    [
      `insert into payroll.finding values ($1, $2, $3, 'no-pay', 6, null, '{}', 'e')`,
      [authority, w.payrun, w.employee],
    ],
    [
      `insert into payroll.finding_answer values ($1, $2, $3, 'no-pay', 'e', 'held', '', $4, $5, $6)`,
      [authority, w.payrun, w.employee, at, party, secret],
    ],
    [insertCase, caseRow(w.case, 1, 'received', 'open', null)],
    [insertCase, caseRow(w.closedCase, 2, 'closed', 'closed', at)],
    [
      `insert into cases.action values ($1, $2, 1, 'filed', $3, $2, array[$4::uuid], $5)`,
      [authority, w.case, at, party, JSON.stringify(filed)],
    ],
    [
      `insert into cases.case_party values ($1, $2, $3, 'applicant', $4, 1, 'X 2026-0001', 'received', null, 'authority',
        '2026-03-30', $5, $5)`,
      [party, authority, w.case, service, at],
    ],
    [
      `insert into mandates.mandate values ($1, 1, array[$2::uuid], array[$2::uuid], array[$3::uuid],
        '{"kind": "everything"}', 'active', false, $4, '2027-01-01', $4, null, null, null, null, null, null, null, $5)`,
      [w.mandate, party, somebody, at, JSON.stringify({ [party]: secret })],
    ],
    [
      `insert into mandates.event values ($1, 1, 'drafted', $2, array[$3::uuid], '[]', $4)`,
      [w.mandate, at, party, JSON.stringify(draftedBy(w))],
    ],
    [
      `insert into mandates.mandate_party values ($1, $2, 'grantor', array[$3::uuid], 'registered', '2027-01-01', $4)`,
      [party, w.mandate, somebody, at],
    ],
    [
      `insert into mandates.paper values ($1, $2, array[$3::uuid], $4, $5, 'fullmakt.pdf', 'application/pdf', $5, $6, $7,
        'Karin', $8, null, null, null)`,
      [
        authority,
        w.mandate,
        party,
        JSON.stringify({ sv: secret, fi: secret, en: secret }),
        digest,
        w.approval,
        somebody,
        at,
      ],
    ],
    [`insert into mandates.due_notice values ($1, 'expiring', array[$2::uuid], '2026-12-01')`, [w.mandate, party]],
    [
      `insert into mandates.register_right (party_id, principal, kind, reference, principal_name, holder_name, alone,
         valid_from, source, as_of, evidence) values ($1, $2, 'guardian', 'x', $3, $3, true, $4, 'population', $4, 'e')`,
      [party, somebody, secret, at],
    ],
    [`insert into mandates.register_heard values ($1, 'represented', 'population', $2, $2, $2, null)`, [party, at]],
    [`insert into mandates.party_state values ($1, 'bankrupt', $2, 'company', $2)`, [party, at]],
    [
      `insert into kernel.audit_line values ($1, $2, $3, $4, 'official', null, $5, 'case.read', 'test', '[]', '{}', 'r')`,
      [party, derivedId(w.case, 'line'), at, authority, secret],
    ],
  ];
}
