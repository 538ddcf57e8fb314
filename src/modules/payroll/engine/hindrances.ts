import { calculatePayslip, type Engine, missingLaw } from './payslip.ts';
import type { PayslipInput } from './payslip-input.ts';
import { type Hindrance, MissingParameter, parameterOf } from './rule-book.ts';

/**
 * Why a payslip may not be made, before anything is: values that nobody has entered, by name and day, and in production
 * those that nobody has checked against their source.
 */
export function hindrancesOf(engine: Engine, input: PayslipInput, production: boolean): readonly Hindrance[] {
  const missing = missingLaw(engine.book, input.country, input.paymentDate);
  if (missing.length > 0) return missing;
  try {
    const { lines, employer } = calculatePayslip(engine, input);
    if (!production) return [];
    const refs = new Set(
      [...lines, ...employer].filter(({ verified }) => !verified).flatMap(({ parameters }) => parameters),
    );
    return [...refs].flatMap((ref) => {
      const parameter = parameterOf(engine.book, ref);
      return parameter?.verified === false
        ? [{ kind: 'unverified' as const, parameter: parameter.key, day: parameter.from }]
        : [];
    });
  } catch (error) {
    if (!(error instanceof MissingParameter)) throw error;
    return [{ kind: 'missing', parameter: error.parameter, day: error.day }];
  }
}
