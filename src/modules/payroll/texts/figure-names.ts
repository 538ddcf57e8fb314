import type { InEach } from '../../../kernel/texts.ts';
import type { FigureKey } from '../preview/supposed-change.ts';

/** What the figures of the rules are called where somebody chooses one. */
const names: Readonly<Record<FigureKey, readonly [sv: string, fi: string, en: string]>> = {
  'fi.tax.no-card': ['Skatt utan skattekort, %', 'Vero ilman verokorttia, %', 'Tax without a card, %'],
  'fi.pension.employee': [
    'Pensionsavgift, den anställda, %',
    'Eläkemaksu, työntekijä, %',
    'Pension contribution, employee, %',
  ],
  'fi.pension.employee.raised': [
    'Förhöjd pensionsavgift, den anställda, %',
    'Korotettu eläkemaksu, työntekijä, %',
    'Raised pension contribution, employee, %',
  ],
  'fi.unemployment.employee': [
    'Arbetslöshetsförsäkring, den anställda, %',
    'Työttömyysvakuutusmaksu, työntekijä, %',
    'Unemployment insurance, employee, %',
  ],
  'fi.health.employer': [
    'Sjukförsäkringsavgift, arbetsgivaren, %',
    'Sairausvakuutusmaksu, työnantaja, %',
    'Health insurance, employer, %',
  ],
  'fi.keva.total': ['Kevas avgift, hela, %', 'Kevan maksu yhteensä, %', 'Keva’s contribution, in all, %'],
  'fi.unemployment.employer.low': [
    'Arbetslöshetsförsäkring, arbetsgivaren upp till gränsen, %',
    'Työttömyysvakuutusmaksu, työnantaja rajaan asti, %',
    'Unemployment insurance, employer up to the limit, %',
  ],
  'fi.unemployment.employer.high': [
    'Arbetslöshetsförsäkring, arbetsgivaren över gränsen, %',
    'Työttömyysvakuutusmaksu, työnantaja rajan yli, %',
    'Unemployment insurance, employer above the limit, %',
  ],
  'fi.unemployment.employer.limit': [
    'Arbetslöshetsförsäkring, gränsen för ett års löner, €',
    'Työttömyysvakuutusmaksu, vuoden palkkojen raja, €',
    'Unemployment insurance, the limit of a year’s pay, €',
  ],
  'fi.group-life.employer': ['Grupplivförsäkring, %', 'Ryhmähenkivakuutus, %', 'Group life insurance, %'],
  'fi.accident.employer': ['Olycksfallsförsäkring, %', 'Tapaturmavakuutus, %', 'Accident insurance, %'],
  'fi.benefit.phone': ['Telefonförmånens värde, €', 'Puhelinedun arvo, €', 'Value of the phone benefit, €'],
  'fi.benefit.meal': ['Kostförmånens värde, €', 'Ravintoedun arvo, €', 'Value of the meal benefit, €'],
  'akta.divisor.office': [
    'AKTA: timlönens delare, byrå',
    'AKTA: tuntipalkan jakaja, toimisto',
    'AKTA: divisor, office',
  ],
  'akta.divisor.general': [
    'AKTA: timlönens delare, allmän',
    'AKTA: tuntipalkan jakaja, yleinen',
    'AKTA: divisor, general',
  ],
  'akta.divisor.period': ['AKTA: timlönens delare, period', 'AKTA: tuntipalkan jakaja, jakso', 'AKTA: divisor, period'],
  'akta.divisor.expert': [
    'AKTA: timlönens delare, sakkunniga',
    'AKTA: tuntipalkan jakaja, asiantuntijat',
    'AKTA: divisor, experts',
  ],
  'akta.divisor.three-shift': [
    'AKTA: timlönens delare, treskift',
    'AKTA: tuntipalkan jakaja, kolmivuoro',
    'AKTA: divisor, three shifts',
  ],
  'akta.divisor.annex-18': [
    'AKTA: timlönens delare, bilaga 18',
    'AKTA: tuntipalkan jakaja, liite 18',
    'AKTA: divisor, annex 18',
  ],
  'akta.supplement.evening': ['AKTA: kvällsersättning, %', 'AKTA: iltatyökorvaus, %', 'AKTA: evening supplement, %'],
  'akta.supplement.night': ['AKTA: nattersättning, %', 'AKTA: yötyökorvaus, %', 'AKTA: night supplement, %'],
  'akta.supplement.saturday': [
    'AKTA: lördagsersättning, %',
    'AKTA: lauantaityökorvaus, %',
    'AKTA: Saturday supplement, %',
  ],
  'akta.supplement.sunday': [
    'AKTA: söndagsersättning, %',
    'AKTA: sunnuntaityökorvaus, %',
    'AKTA: Sunday supplement, %',
  ],
  'akta.overtime.simple': ['AKTA: enkel övertid, %', 'AKTA: ylityö, alempi, %', 'AKTA: overtime, simple, %'],
  'akta.overtime.qualified': [
    'AKTA: kvalificerad övertid, %',
    'AKTA: ylityö, ylempi, %',
    'AKTA: overtime, qualified, %',
  ],
  'akta.overtime.week-minutes': [
    'AKTA: övertid av veckan efter, minuter',
    'KVTES: viikkoylityön raja, minuuttia',
    'AKTA: overtime of the week after, minutes',
  ],
  'akta.overtime.day-minutes': [
    'AKTA: övertid av dagen efter, minuter',
    'KVTES: vuorokausiylityön raja, minuuttia',
    'AKTA: overtime of the day after, minutes',
  ],
  'akta.overtime.day-most-minutes': [
    'AKTA: dagens övertidsgräns som högst, minuter',
    'KVTES: vuorokausiylityön raja enintään, minuuttia',
    'AKTA: the day’s limit at most, minutes',
  ],
  'akta.overtime.day-simple-hours': [
    'AKTA: dagens timmar med lägre ersättning',
    'KVTES: vuorokauden alempi korvaus, tuntia',
    'AKTA: the day’s hours of lower overtime',
  ],
  'akta.overtime.week-simple-hours': [
    'AKTA: veckans timmar med lägre ersättning',
    'KVTES: viikon alempi korvaus, tuntia',
    'AKTA: the week’s hours of lower overtime',
  ],
  'akta.sick.days-employed': [
    'AKTA: sjuklön, dagar i tjänst innan hela rätten gäller',
    'AKTA: sairausajan palkka, palveluspäivät ennen täyttä oikeutta',
    'AKTA: sick pay, days employed before the full right',
  ],
  'akta.sick.full-days': [
    'AKTA: sjuklön, dagar med full lön',
    'AKTA: sairausajan palkka, täyden palkan päivät',
    'AKTA: sick pay, days in full',
  ],
  'akta.sick.two-thirds-days': [
    'AKTA: sjuklön, dagar med två tredjedelar',
    'AKTA: sairausajan palkka, kahden kolmasosan päivät',
    'AKTA: sick pay, days of two thirds',
  ],
  'akta.sick.short.full-days': [
    'AKTA: sjuklön i kort anställning, dagar med full lön',
    'AKTA: sairausajan palkka lyhyessä työsuhteessa, täydet päivät',
    'AKTA: sick pay in a short employment, days in full',
  ],
  'akta.sick.accident.full-days': [
    'AKTA: olycksfall i arbetet, dagar med full lön',
    'AKTA: työtapaturma, täyden palkan päivät',
    'AKTA: accident at work, days in full',
  ],
  'akta.sick.accident.two-thirds-days': [
    'AKTA: olycksfall i arbetet, dagar med två tredjedelar',
    'AKTA: työtapaturma, kahden kolmasosan päivät',
    'AKTA: accident at work, days of two thirds',
  ],
  'akta.holiday-bonus.table-1': [
    'AKTA: semesterpenning, tabell 1, %',
    'AKTA: lomaraha, taulukko 1, %',
    'AKTA: holiday bonus, table 1, %',
  ],
  'akta.holiday-bonus.table-2': [
    'AKTA: semesterpenning, tabell 2, %',
    'AKTA: lomaraha, taulukko 2, %',
    'AKTA: holiday bonus, table 2, %',
  ],
  'akta.holiday-bonus.table-3': [
    'AKTA: semesterpenning, tabell 3, %',
    'AKTA: lomaraha, taulukko 3, %',
    'AKTA: holiday bonus, table 3, %',
  ],
  'akta.minimum-pay': ['AKTA: minimilön, €', 'AKTA: vähimmäispalkka, €', 'AKTA: minimum pay, €'],
  'se.tax.side-income': ['Skatt på sidoinkomst, %', 'Vero sivutulosta, %', 'Tax on side income, %'],
  'se.contributions.full': ['Arbetsgivaravgifter, hela, %', 'Työnantajamaksut, täydet, %', 'Contributions, in full, %'],
  'se.garnishment.alone': [
    'Normalbelopp vid utmätning, ensamstående, kr',
    'Ulosoton suojattu määrä, yksinasuva, kr',
    'Normal amount at garnishment, alone, kr',
  ],
  'se.garnishment.couple': [
    'Normalbelopp vid utmätning, par, kr',
    'Ulosoton suojattu määrä, pari, kr',
    'Normal amount at garnishment, a couple, kr',
  ],
  'akap-kr.lower': ['AKAP-KR, under gränsen, %', 'AKAP-KR, rajan alle, %', 'AKAP-KR, below the limit, %'],
  'akap-kr.upper': ['AKAP-KR, över gränsen, %', 'AKAP-KR, rajan yli, %', 'AKAP-KR, above the limit, %'],
  'akap-kr.break': [
    'AKAP-KR, gränsen per månad, kr',
    'AKAP-KR, raja kuukaudessa, kr',
    'AKAP-KR, the monthly limit, kr',
  ],
  'kap-kl.rate': ['KAP-KL, %', 'KAP-KL, %', 'KAP-KL, %'],
  'ab.overtime.divisor': ['AB: övertidens delare', 'AB: ylityön jakaja', 'AB: divisor of overtime'],
  'ab.overtime.simple-hours': [
    'AB: timmar enkel övertid vid ett pass',
    'AB: alemman ylityön tunnit vuoron yhteydessä',
    'AB: hours of simple overtime beside a shift',
  ],
  'ab.overtime.simple': ['AB: enkel övertid, %', 'AB: ylityö, alempi, %', 'AB: overtime, simple, %'],
  'ab.overtime.qualified': ['AB: kvalificerad övertid, %', 'AB: ylityö, ylempi, %', 'AB: overtime, qualified, %'],
  'ab.ob.a': ['AB: O-tillägg A, kr i timmen', 'AB: epämukavan ajan lisä A, kr/t', 'AB: unsocial hours A, kr an hour'],
  'ab.ob.a-night': [
    'AB: O-tillägg A natt, kr i timmen',
    'AB: epämukavan ajan lisä A yöllä, kr/t',
    'AB: unsocial hours A at night, kr an hour',
  ],
  'ab.ob.b': ['AB: O-tillägg B, kr i timmen', 'AB: epämukavan ajan lisä B, kr/t', 'AB: unsocial hours B, kr an hour'],
  'ab.ob.b-night': [
    'AB: O-tillägg B natt, kr i timmen',
    'AB: epämukavan ajan lisä B yöllä, kr/t',
    'AB: unsocial hours B at night, kr an hour',
  ],
  'ab.ob.c': ['AB: O-tillägg C, kr i timmen', 'AB: epämukavan ajan lisä C, kr/t', 'AB: unsocial hours C, kr an hour'],
  'ab.ob.d': ['AB: O-tillägg D, kr i timmen', 'AB: epämukavan ajan lisä D, kr/t', 'AB: unsocial hours D, kr an hour'],
  'ab.holiday.day-supplement': [
    'AB: semesterdagstillägg, %',
    'AB: lomapäivän lisä, %',
    'AB: supplement for a day of holiday, %',
  ],
  'ab.sick.pay': ['AB: sjuklön, %', 'AB: sairausajan palkka, %', 'AB: sick pay, %'],
  'ab.sick.karens': [
    'AB: karensavdrag, % av en veckas sjuklön',
    'AB: karenssivähennys, % viikon sairausajan palkasta',
    'AB: qualifying deduction, % of a week’s sick pay',
  ],
  'ab.sick.days': ['AB: sjuklön, antal dagar', 'AB: sairausajan palkka, päiviä', 'AB: sick pay, days'],
  'ab.sick.relapse-days': [
    'AB: återinsjuknande inom så många dagar',
    'AB: uusi sairastuminen näin monen päivän sisällä',
    'AB: relapse within so many days',
  ],
  'ab.sick.most-karens': [
    'AB: högst så många karensavdrag på ett år',
    'AB: enintään näin monta karenssivähennystä vuodessa',
    'AB: at most so many qualifying deductions a year',
  ],
};

export function figureNameOf(key: FigureKey): InEach<string> {
  const [sv, fi, en] = names[key];
  return { sv, fi, en };
}
