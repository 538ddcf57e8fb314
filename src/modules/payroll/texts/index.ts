import { beforePay } from './before-pay.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export const texts = {
  sv: { ...sv, ...beforePay.sv },
  fi: { ...fi, ...beforePay.fi },
  en: { ...en, ...beforePay.en },
};
