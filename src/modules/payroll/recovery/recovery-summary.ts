import { type InEach, type Language, languages } from '../../../kernel/texts.ts';
import type { ApprovalSummary } from '../../approvals/index.ts';
import type { Minor } from '../engine/amount.ts';
import { monthsOf } from '../facts/recoveries.ts';
import { amountText } from '../pages/amount.ts';
import { monthText } from '../pages/month.ts';
import type { Employee } from '../store/facts.ts';
import type { Plan, RecoveryBody } from './plan.ts';

const inEach = (write: (language: Language) => string): InEach<string> =>
  Object.fromEntries(languages.map((language) => [language, write(language)])) as InEach<string>; // one for each

/** What an approver sees of an overpayment: by the employer's number, never the name. */
export function summaryOf({ number, country }: Employee, body: RecoveryBody, gross: Minor): ApprovalSummary {
  const { claim, decision } = body;
  const amount = (of: Minor) => inEach((language) => amountText(of, country, language));
  const what = body.kind === 'claim' ? names.claim : body.plan.way === 'own' ? names.receipt : names.plan;
  return {
    what: inEach((language) => `${what[language]}, ${number}`),
    facts: [
      { label: names.month, value: inEach((language) => monthText(claim.month.from, language)) },
      { label: names.gross, value: amount(gross) },
      { label: names.net, value: amount(claim.net) },
      ...(body.plan ? planFacts(body.plan, amount) : []),
      { label: names.decision, value: inEach(() => decision) },
    ],
  };
}

function planFacts(plan: Plan, amount: (of: Minor) => InEach<string>): ApprovalSummary['facts'] {
  const total = { label: names.total, value: amount(plan.total) };
  if (plan.way === 'own') return [total, { label: names.on, value: inEach(() => plan.on) }];
  const months = inEach((language) => `${amount(plan.monthly)[language]} × ${monthsOf(plan)}`);
  return [total, { label: names.monthly, value: months }, { label: names.reserved, value: amount(plan.reserved) }];
}

const names = {
  claim: { sv: 'Återkrav av lön', fi: 'Palkan takaisinperintä', en: 'Claim on overpaid pay' },
  receipt: { sv: 'Inbetalt på ett återkrav', fi: 'Maksu takaisinperintään', en: 'Paid in on a claim' },
  plan: { sv: 'Avdrag från lönen för ett återkrav', fi: 'Takaisinperintä palkasta', en: 'Claim drawn from pay' },
  month: { sv: 'För mycket betalt för', fi: 'Liikaa maksettu kuulta', en: 'Overpaid for' },
  gross: { sv: 'Brutto', fi: 'Brutto', en: 'Gross' },
  net: { sv: 'Att betala tillbaka', fi: 'Takaisin maksettava', en: 'To be paid back' },
  total: { sv: 'Nu', fi: 'Nyt', en: 'Now' },
  monthly: { sv: 'Högst i månaden', fi: 'Enintään kuukaudessa', en: 'At most a month' },
  reserved: { sv: 'Skyddat belopp', fi: 'Suojaosuus', en: 'Protected part' },
  on: { sv: 'Kom in', fi: 'Saapui', en: 'Came in' },
  decision: { sv: 'Beslut eller medgivande', fi: 'Päätös tai suostumus', en: 'Decision or consent' },
} as const satisfies Readonly<Record<string, InEach<string>>>;
