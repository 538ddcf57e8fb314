import { beforePay } from './before-pay.ts';
import { beside } from './beside.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export const texts = {
  sv: { ...sv, ...beforePay.sv, ...beside.sv },
  fi: { ...fi, ...beforePay.fi, ...beside.fi },
  en: { ...en, ...beforePay.en, ...beside.en },
};
