import type { InEach } from '../../kernel/texts.ts';

/** What an audit line of this module says to the person whose data it was. */
export const purposeTexts: Readonly<Record<string, InEach<string>>> = {
  'approvals.purpose.request': {
    sv: 'För ett godkännande som gäller dig',
    fi: 'Sinua koskevaa hyväksyntää varten',
    en: 'For an approval that concerns you',
  },
};
