import { formatMoney } from '../../../../kernel/money.ts';
import { whole } from '../expression/value.ts';
import { faulty, fieldType, isWhole, sentText, unanswered } from './field-type.ts';
import { limits, outside } from './number.ts';

const AMOUNT = /^(\d{1,12})(?:[.,](\d{1,2}))?$/;

/** `34 500,50 kr` → 3450050: öre or cent, in the currency of the authority's country. Never below zero as typed. */
export const money = fieldType<number>({
  parse(sent, name) {
    const typed = sentText(sent, name)
      .replace(/(kr|sek|eur|€|:-)$/i, '')
      .replace(/[\s\u00a0\u202f]/g, '');
    if (typed === '') return unanswered;
    const found = AMOUNT.exec(typed);
    if (!found) return faulty('not-an-amount');
    const [, units = '0', parts = ''] = found;
    return { value: Number(units) * 100 + Number(parts.padEnd(2, '0')) };
  },
  is: isWhole,
  faults: outside,
  show: (minor, _field, reader) => formatMoney({ minor, currency: reader.currency }, reader.language, 'short'),
  rule: whole,
  type: () => ({ is: 'money', whole: true }),
  schema: limits,
});
