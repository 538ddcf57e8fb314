import type { InEach } from '../../../kernel/texts.ts';
import type { Code } from '../../intake/index.ts';
import type { AktaSystem } from '../engine/agreement/akta-rules.ts';
import { codesOf, countries, type LineCode } from '../engine/codes.ts';
import { absenceCauses, absencePay, hoursBeyond } from '../texts/fact-names.ts';
import { lineNames } from '../texts/line-names.ts';

export const systemNames: Readonly<Record<AktaSystem, InEach<string>>> = {
  office: { sv: 'Byråarbetstid', fi: 'Toimistotyöaika', en: 'Office hours' },
  general: { sv: 'Allmän arbetstid', fi: 'Yleistyöaika', en: 'General working time' },
  period: { sv: 'Periodarbetstid', fi: 'Jaksotyöaika', en: 'Period-based working time' },
  expert: { sv: 'Expertarbetstid', fi: 'Asiantuntijoiden työaika', en: 'Working time of experts' },
  'three-shift': { sv: 'Treskiftsarbete', fi: 'Kolmivuorotyö', en: 'Three-shift work' },
  'annex-18': { sv: 'Bilaga 18', fi: 'Liite 18', en: 'Annex 18' },
};

function lineCode(value: LineCode): Code {
  return { value, label: lineNames[value] };
}

/** Of both countries: which of them an employer knows is for its run to say. */
function known(side: 'pay' | 'benefit'): readonly Code[] {
  return [...new Set(countries.flatMap((country) => codesOf(side, country)))].map(lineCode);
}

export const supplementCodes = (['personal-supplement', 'experience-increment'] as const).map(lineCode);
export const benefitCodes = known('benefit');
export const payCodes = known('pay');
export const hourCodes = (
  [
    ...([
      'hourly',
      'additional-hours',
      'evening',
      'night',
      'saturday',
      'sunday',
      'overtime-simple',
      'overtime-qualified',
    ] as const),
    ...(['ob-a', 'ob-a-night', 'ob-b', 'ob-b-night', 'ob-c', 'ob-d'] as const),
  ] as const
).map((code) => (code === 'additional-hours' ? { value: code, label: hoursBeyond } : lineCode(code)));

export const causeCodes: readonly Code[] = Object.entries(absenceCauses).map(([value, label]) => ({ value, label }));
export const absencePayCodes: readonly Code[] = Object.entries(absencePay).map(([value, label]) => ({ value, label }));
