export { type Answer, answerOf } from './cases/answer.ts';
export { readCases } from './cases/read-cases.ts';
export { codeOf, codesOf, countries } from './engine/codes.ts';
export { hindrancesOf } from './engine/hindrances.ts';
export { calculatePayslip, makeEngine } from './engine/payslip.ts';
export { loadRuleBook } from './parameters/load-rule-book.ts';
export { lineNames } from './texts/line-names.ts';
