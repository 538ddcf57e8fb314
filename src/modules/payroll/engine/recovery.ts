import type { Minor } from './amount.ts';
import type { Claim, Draw } from './claim.ts';
import type { Country, LineCode } from './codes.ts';
import type { Period } from './day.ts';
import { taken } from './finland/garnishment.ts';
import { type Line, type Maker, partsLine, priceLine, sumOf } from './line.ts';
import type { ValueOf } from './parameter-kinds.ts';
import type { PayslipInput } from './payslip-input.ts';
import { MissingParameter, type Parameter } from './rule-book.ts';
import type { RuleId } from './rules.ts';

type Bands = Parameter<ValueOf<'bands'>>;

const ruleOf = { AX: 'FI-RECOVERY', SE: 'SE-RECOVERY' } as const satisfies Readonly<Record<Country, RuleId>>;
const ofLedger = ['ledger', 'recovery'] as const;
const ofClaim = ['recovery'] as const;
const ofDraw = ['recovery', 'repayment', 'pay'] as const;
const ofReceipt = ['recovery', 'repayment'] as const;

/** Lines of a claim that take back pay: in the ledger they make what was due and what was paid the same. */
export function claimedLines(country: Country, { pay }: Claim): readonly Line[] {
  return pay.map(({ code, amount, from, to }) =>
    priceLine(makerOf(country, code, ofLedger), null, null, null, null, amount, { from, to }),
  );
}

/**
 * Adds to a payslip what it books of overpayments, after everything else has been taken.
 * @returns the employer's lines of the claims
 * @throws MissingParameter when something is drawn and the bands of garnishment are not known
 */
export function recoverIn(input: PayslipInput, bands: Bands | undefined, lines: Line[]): readonly Line[] {
  const { recovery, country, earned } = input;
  if (!recovery) return [];
  const employer: Line[] = [];
  const add = (code: LineCode, facts: readonly string[], amount: Minor, days: Period) => {
    if (amount !== 0) lines.push(priceLine(makerOf(country, code, facts), null, null, null, null, amount, days));
  };
  const beforeTaken = sumOf(lines);
  const law = beforeTaken - takenBeside(lines);
  let free = Math.max(0, beforeTaken);
  let drawn = 0 - takenBy(lines, 'garnishment');
  for (const claim of recovery.claims) {
    lines.push(...claimedLines(country, claim));
    add('tax-returned', ofClaim, claim.tax, claim.month);
    add('pension', ofClaim, claim.pension, earned);
    add('unemployment', ofClaim, claim.unemployment, earned);
    add('repayment-claim', ofClaim, claim.net, claim.month);
    for (const { code, amount } of claim.employer)
      employer.push(priceLine(makerOf(country, code, ofLedger), null, null, null, null, amount, claim.month));
  }
  for (const draw of recovery.draws) {
    if (!bands) throw new MissingParameter('fi.garnishment.bands', input.paymentDate);
    const line = drawLine(country, bands, draw, { law, drawn, free });
    drawn -= line.amount;
    free += line.amount;
    lines.push(line);
  }
  for (const { amount, month } of recovery.receipts) {
    add('repayment', ofReceipt, 0 - amount, month);
    add('repaid', ofReceipt, amount, month);
  }
  return employer;
}

type Room = {
  /** Pay less tax, pension and unemployment insurance: what the bands are counted on. */
  readonly law: Minor;
  /** What garnishment and earlier draws have taken of what may be taken. */
  readonly drawn: Minor;
  /** What is left to be paid out. */
  readonly free: Minor;
};

/** No more than was agreed, than the bands leave beside what has been taken, and than is left. */
function drawLine(country: Country, bands: Bands, { month, most, reserved }: Draw, { law, drawn, free }: Room): Line {
  const allowed = Math.max(0, Math.min(taken(bands.value, law, reserved) - drawn, free));
  const amount = Math.min(most, allowed);
  const parts = [{ base: reserved, rate: 0 }];
  const maker = makerOf(country, 'repayment', ofDraw);
  const line = partsLine(maker, [bands.ref], bands.verified, parts, Math.max(0, law), 0 - amount, month);
  return amount < most ? { ...line, limit: 'protected' } : line;
}

/** What is taken after the law's own deductions, below zero. */
function takenBeside(lines: readonly Line[]): Minor {
  return takenBy(lines, 'garnishment') + takenBy(lines, 'union-fee');
}

function takenBy(lines: readonly Line[], code: LineCode): Minor {
  return lines.reduce((sum, line) => (line.code === code ? sum + line.amount : sum), 0);
}

const makers = new Map<string, Maker>();

function makerOf(country: Country, code: LineCode, facts: readonly string[]): Maker {
  const key = `${country} ${code} ${facts.join()}`;
  const found = makers.get(key);
  if (found) return found;
  const made: Maker = { code, rule: ruleOf[country], rounding: null, facts };
  makers.set(key, made);
  return made;
}
