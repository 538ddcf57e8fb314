import { Refusal } from '../../../kernel/refusal.ts';

/** `1 250,50` in cent or öre. @throws Refusal invalid */
export function amountIn(text: string): number {
  const figure = text.replaceAll(/\s/g, '').replace(',', '.');
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(figure)) throw new Refusal('invalid', 'payroll.beside.amount');
  return Math.round(Number(figure) * 100);
}
