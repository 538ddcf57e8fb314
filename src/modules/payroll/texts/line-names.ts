import type { InEach, Language } from '../../../kernel/texts.ts';
import type { LineCode } from '../engine/codes.ts';
import { type Line, unionOf } from '../engine/line.ts';

/** What each line is called on a payslip. */
export const lineNames: Readonly<Record<LineCode, InEach<string>>> = {
  monthly: { sv: 'Månadslön', fi: 'Kuukausipalkka', en: 'Monthly pay' },
  'personal-supplement': { sv: 'Individuellt tillägg', fi: 'Henkilökohtainen lisä', en: 'Personal supplement' },
  'experience-increment': { sv: 'Erfarenhetstillägg', fi: 'Työkokemuslisä', en: 'Experience increment' },
  hourly: { sv: 'Timlön', fi: 'Tuntipalkka', en: 'Hourly pay' },
  arrears: { sv: 'Retroaktiv lön', fi: 'Takautuva palkka', en: 'Arrears of pay' },
  advance: { sv: 'Förskott på lön', fi: 'Palkkaennakko', en: 'Advance of pay' },
  evening: { sv: 'Kvällsersättning', fi: 'Iltatyökorvaus', en: 'Evening supplement' },
  night: { sv: 'Nattersättning', fi: 'Yötyökorvaus', en: 'Night supplement' },
  saturday: { sv: 'Lördagsersättning', fi: 'Lauantaityökorvaus', en: 'Saturday supplement' },
  sunday: { sv: 'Söndagsersättning', fi: 'Sunnuntaityökorvaus', en: 'Sunday supplement' },
  'additional-hours': { sv: 'Mertid', fi: 'Lisätyö', en: 'Additional hours' },
  'overtime-simple': { sv: 'Enkel övertid', fi: 'Ylityö, alempi korvaus', en: 'Overtime, simple' },
  'overtime-qualified': { sv: 'Kvalificerad övertid', fi: 'Ylityö, korkeampi korvaus', en: 'Overtime, qualified' },
  'ob-a': {
    sv: 'O-tillägg A, storhelg',
    fi: 'Epämukavan työajan lisä A, suuri juhlapyhä',
    en: 'Inconvenient hours A, major holiday',
  },
  'ob-a-night': { sv: 'O-tillägg A, natt', fi: 'Epämukavan työajan lisä A, yö', en: 'Inconvenient hours A, night' },
  'ob-b': {
    sv: 'O-tillägg B, helg',
    fi: 'Epämukavan työajan lisä B, viikonloppu',
    en: 'Inconvenient hours B, weekend',
  },
  'ob-b-night': { sv: 'O-tillägg B, natt', fi: 'Epämukavan työajan lisä B, yö', en: 'Inconvenient hours B, night' },
  'ob-c': {
    sv: 'O-tillägg C, vardagsnatt',
    fi: 'Epämukavan työajan lisä C, arkiyö',
    en: 'Inconvenient hours C, weeknight',
  },
  'ob-d': {
    sv: 'O-tillägg D, vardagskväll',
    fi: 'Epämukavan työajan lisä D, arki-ilta',
    en: 'Inconvenient hours D, weekday evening',
  },
  'holiday-supplement': { sv: 'Semesterdagstillägg', fi: 'Lomapäivälisä', en: 'Holiday supplement per day' },
  'holiday-variable': {
    sv: 'Semesterlön på rörlig lön',
    fi: 'Lomapalkka muuttuvista lisistä',
    en: 'Holiday pay on variable pay',
  },
  'holiday-bonus': { sv: 'Semesterpenning', fi: 'Lomaraha', en: 'Holiday bonus' },
  'holiday-compensation': { sv: 'Semesterersättning', fi: 'Lomakorvaus', en: 'Holiday compensation' },
  'sick-deduction': { sv: 'Sjukavdrag', fi: 'Sairauspoissaolovähennys', en: 'Deduction for sick leave' },
  'sick-pay': { sv: 'Sjuklön', fi: 'Sairausajan palkka', en: 'Sick pay' },
  karens: { sv: 'Karensavdrag', fi: 'Karenssivähennys', en: 'Qualifying deduction (karens)' },
  phone: { sv: 'Telefonförmån', fi: 'Puhelinetu', en: 'Telephone benefit' },
  meal: { sv: 'Kostförmån', fi: 'Ravintoetu', en: 'Meal benefit' },
  car: { sv: 'Bilförmån', fi: 'Autoetu', en: 'Car benefit' },
  housing: { sv: 'Bostadsförmån', fi: 'Asuntoetu', en: 'Housing benefit' },
  'benefits-not-paid': {
    sv: 'Förmåner som inte betalas ut',
    fi: 'Luontoisedut, ei makseta rahana',
    en: 'Benefits, not paid out',
  },
  tax: { sv: 'Skatt', fi: 'Ennakonpidätys', en: 'Tax withheld' },
  pension: { sv: 'Pensionsavgift', fi: 'Työeläkemaksu', en: 'Pension contribution' },
  unemployment: { sv: 'Arbetslöshetsförsäkringsavgift', fi: 'Työttömyysvakuutusmaksu', en: 'Unemployment insurance' },
  garnishment: { sv: 'Utmätning', fi: 'Ulosmittaus', en: 'Garnishment' },
  'tax-returned': {
    sv: 'Skatt på det som betalades för mycket',
    fi: 'Liikaa maksetun palkan vero',
    en: 'Tax on what was overpaid',
  },
  'repayment-claim': { sv: 'Att betala tillbaka', fi: 'Takaisin maksettavaa', en: 'To be paid back' },
  repayment: { sv: 'Återbetalning av lön', fi: 'Palkan takaisinmaksu', en: 'Repayment of pay' },
  repaid: { sv: 'Inbetalt av dig', fi: 'Itse maksamasi', en: 'Paid in by you' },
  'union-fee': { sv: 'Fackavgift', fi: 'Ammattiyhdistyksen jäsenmaksu', en: 'Union fee' },
  'employer-health-insurance': {
    sv: 'Arbetsgivarens sjukförsäkringsavgift',
    fi: 'Työnantajan sairausvakuutusmaksu',
    en: "Employer's health insurance",
  },
  'employer-pension': {
    sv: 'Arbetsgivarens pensionsavgift',
    fi: 'Työnantajan eläkemaksu',
    en: "Employer's pension contribution",
  },
  'employer-unemployment': {
    sv: 'Arbetsgivarens arbetslöshetsförsäkringsavgift',
    fi: 'Työnantajan työttömyysvakuutusmaksu',
    en: "Employer's unemployment insurance",
  },
  'employer-group-life': { sv: 'Grupplivförsäkring', fi: 'Ryhmähenkivakuutus', en: 'Group life insurance' },
  'employer-accident': { sv: 'Olycksfallsförsäkring', fi: 'Tapaturmavakuutus', en: 'Accident insurance' },
  'employer-contributions': { sv: 'Arbetsgivaravgifter', fi: 'Työnantajamaksut', en: "Employer's contributions" },
  'employer-akap-kr': {
    sv: 'Tjänstepension AKAP-KR',
    fi: 'Työmarkkinaeläke AKAP-KR',
    en: 'Occupational pension AKAP-KR',
  },
  'employer-kap-kl': { sv: 'Tjänstepension KAP-KL', fi: 'Työmarkkinaeläke KAP-KL', en: 'Occupational pension KAP-KL' },
};

/** What a line is called to who reads it; a union's fee with the union's name. */
export function lineTitle(line: Pick<Line, 'code' | 'facts'>, language: Language): string {
  const union = unionOf(line);
  return union === undefined ? lineNames[line.code][language] : `${lineNames[line.code][language]}, ${union}`;
}
