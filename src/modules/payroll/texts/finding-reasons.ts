import type { InEach, Language } from '../../../kernel/texts.ts';
import type { FindingKind } from '../run/checks.ts';
import type { Unanswered } from '../run/scheduled.ts';

/** What a finding holds, each figure as the reader's language writes it. */
export type Found = {
  /** Cent or öre as money. */
  readonly money: (name: string) => string;
  readonly day: (name: string) => string;
  readonly hours: (name: string) => string;
  /** A share of the whole, in percent. */
  readonly percent: (name: string) => string;
  /** The name of a line's code. */
  readonly line: (name: string) => string;
  readonly text: (name: string) => string;
  /** The parts of a payslip that a list names. */
  readonly groups: (name: string) => string;
};
type Reason = Readonly<Record<Language, (found: Found) => string>>;

const unansweredWords: Readonly<Record<Unanswered['code'], InEach<string>>> = {
  night: {
    sv: 'Schemat har natt utanför periodarbete. Vad den ger är inte infört här. Rapportera timmarna om de ska betalas.',
    fi: 'Työvuorolistassa on yötä muussa kuin jaksotyössä. Sen korvausta ei ole viety tänne. Ilmoita tunnit, jos ne maksetaan.',
    en: 'The schedule has nights outside period-based work. What they give is not entered here. Report the hours if they are to be paid.',
  },
  'holy-day': {
    sv: 'Schemat har obekväm tid vid en helgdag. Rapportera de timmarna själv: de räknas inte av schemat.',
    fi: 'Työvuorolistassa on epämukavaa työaikaa juhlapyhän tienoilla. Ilmoita ne tunnit erikseen: listasta niitä ei lasketa.',
    en: 'The schedule has inconvenient hours beside a holiday. Report those hours: they are not counted from the schedule.',
  },
  beyond: {
    sv: 'Timmar utöver schemat: var gränsen för övertid går är inte infört för den här arbetstiden. Rapportera dem som mertid med pris eller som övertid.',
    fi: 'Työvuorolistan ylittäviä tunteja: ylityörajaa ei ole viety tälle työajalle. Ilmoita ne lisätyönä hinnan kanssa tai ylityönä.',
    en: 'Hours beyond the schedule: the limit of overtime is not entered for this working time. Report them as additional hours with a price, or as overtime.',
  },
  'no-schedule': {
    sv: 'Timmar utöver schemat, men det finns inget schema den dagen, eller så gäller raden flera dagar. Rapportera dag för dag.',
    fi: 'Työvuorolistan ylittäviä tunteja, mutta sinä päivänä ei ole työvuorolistaa tai rivi koskee useaa päivää. Ilmoita päivä kerrallaan.',
    en: 'Hours beyond the schedule, but there is no schedule that day, or the row is of several days. Report day by day.',
  },
};

function unanswered({ text }: Found): InEach<string> {
  return unansweredWords[text('code') as Unanswered['code']]; // as the check wrote it
}

/** Why it is shown, with the figures of this very payslip. */
export const findingReasons: Readonly<Record<FindingKind, Reason>> = {
  'no-employment': {
    sv: () => 'Det finns lön eller tid, men ingen anställning som gäller de dagarna. Ingenting betalas.',
    fi: () => 'Palkkaa tai työaikaa on, mutta palvelussuhdetta noille päiville ei ole. Mitään ei makseta.',
    en: () => 'There is pay or time, but no employment for those days. Nothing is paid.',
  },
  'negative-net': {
    sv: (f) => `Att få ut blir ${f.money('net')}. Ingenting betalas förrän det är rättat.`,
    fi: (f) => `Maksettavaksi jäisi ${f.money('net')}. Mitään ei makseta ennen kuin se on korjattu.`,
    en: (f) => `What is left to pay is ${f.money('net')}. Nothing is paid until it is put right.`,
  },
  'person-twice': {
    sv: (f) => `${f.text('count')} personer har samma namn och födelsedag. Ingen av dem betalas.`,
    fi: (f) => `${f.text('count')} henkilöllä on sama nimi ja syntymäpäivä. Kenellekään heistä ei makseta.`,
    en: (f) => `${f.text('count')} people have the same name and birthday. None of them is paid.`,
  },
  'missing-parameter': {
    sv: (f) => `Regelboken har inget värde för ${f.text('parameter')} den ${f.day('day')}.`,
    fi: (f) => `Säännöissä ei ole arvoa kohteelle ${f.text('parameter')} ${f.day('day')}.`,
    en: (f) => `The rule book has no value for ${f.text('parameter')} on ${f.day('day')}.`,
  },
  'broken-facts': {
    sv: () => 'Något i uppgifterna går inte att räkna med. Ingenting betalas.',
    fi: () => 'Jollakin tiedolla ei voi laskea. Mitään ei makseta.',
    en: () => 'Something in what is known can not be counted with. Nothing is paid.',
  },
  'unknown-code': {
    sv: (f) => `Lönearten ${f.text('code')} finns inte här. Den raden betalas inte.`,
    fi: (f) => `Palkkalajia ${f.text('code')} ei ole täällä. Sitä riviä ei makseta.`,
    en: (f) => `The code ${f.text('code')} does not exist here. That line is not paid.`,
  },
  deceased: {
    sv: (f) => `Personen avled den ${f.day('on')}. Se vad som ska betalas till dödsboet.`,
    fi: (f) => `Henkilö kuoli ${f.day('on')}. Katso, mitä kuolinpesälle maksetaan.`,
    en: (f) => `The person died on ${f.day('on')}. See what is to be paid to the estate.`,
  },
  overlap: {
    sv: () => 'Två anställningar på samma plats, eller mer än 110 procent av heltid tillsammans.',
    fi: () => 'Kaksi palvelussuhdetta samassa toimessa, tai yhteensä yli 110 prosenttia kokoajasta.',
    en: () => 'Two employments on the same post, or more than 110 percent of full time together.',
  },
  'account-shared': {
    sv: (f) => `${f.text('count')} personer får sin lön på samma konto.`,
    fi: (f) => `${f.text('count')} henkilöä saa palkkansa samalle tilille.`,
    en: (f) => `${f.text('count')} people are paid to the same account.`,
  },
  'pay-jump': {
    sv: (f) => `Från ${f.money('from')} till ${f.money('to')} i månaden.`,
    fi: (f) => `${f.money('from')} → ${f.money('to')} kuukaudessa.`,
    en: (f) => `From ${f.money('from')} to ${f.money('to')} a month.`,
  },
  'hours-without-pay': {
    sv: (f) => `${f.line('code')}: det finns ingen månadslön att räkna timmens pris av.`,
    fi: (f) => `${f.line('code')}: kuukausipalkkaa, josta tunnin hinta laskettaisiin, ei ole.`,
    en: (f) => `${f.line('code')}: there is no monthly pay to count the hour’s price of.`,
  },
  'schedule-unanswered': {
    sv: (f) => unanswered(f).sv,
    fi: (f) => unanswered(f).fi,
    en: (f) => unanswered(f).en,
  },
  'share-schedule': {
    sv: (f) => `Lönen är för ${f.percent('paid')} % av heltid, schemat är ${f.percent('worked')} %.`,
    fi: (f) => `Palkka maksetaan ${f.percent('paid')} %:lta kokoajasta, työvuorolista on ${f.percent('worked')} %.`,
    en: (f) => `The pay is for ${f.percent('paid')} % of full time, the schedule is ${f.percent('worked')} %.`,
  },
  'hours-high': {
    sv: (f) => `${f.hours('hours')} timmar med tillägg på en månad; fler än 90 är ovanligt.`,
    fi: (f) => `${f.hours('hours')} lisätuntia kuukaudessa; yli 90 on poikkeuksellista.`,
    en: (f) => `${f.hours('hours')} hours with a supplement in a month; more than 90 is unusual.`,
  },
  'addition-high': {
    sv: (f) => `Ett engångstillägg på ${f.money('amount')}, mer än månadslönen.`,
    fi: (f) => `Kertaerä ${f.money('amount')}, enemmän kuin kuukausipalkka.`,
    en: (f) => `One addition of ${f.money('amount')}, more than the monthly pay.`,
  },
  'retro-high': {
    sv: (f) => `Rättelser av tidigare månader: ${f.money('amount')}.`,
    fi: (f) => `Aiempien kuukausien oikaisut: ${f.money('amount')}.`,
    en: (f) => `Corrections of earlier months: ${f.money('amount')}.`,
  },
  'no-pay': {
    sv: (f) => `Anställd hela månaden men utan lön. Förra gången var den ${f.money('before')} brutto.`,
    fi: (f) => `Palvelussuhteessa koko kuukauden mutta ilman palkkaa. Viimeksi brutto oli ${f.money('before')}.`,
    en: (f) => `Employed all month but without pay. Last time it was ${f.money('before')} gross.`,
  },
  'work-while-absent': {
    sv: (f) => `${f.line('code')} från den ${f.day('from')} ligger under frånvaro.`,
    fi: (f) => `${f.line('code')} alkaen ${f.day('from')} on poissaolon aikana.`,
    en: (f) => `${f.line('code')} from ${f.day('from')} lies within an absence.`,
  },
  'no-card': {
    sv: () => 'Utan skattekort dras 60 procent i skatt.',
    fi: () => 'Ilman verokorttia pidätetään 60 prosenttia veroa.',
    en: () => 'Without a tax card 60 percent tax is withheld.',
  },
  'old-card': {
    sv: (f) => `Det senaste skattekortet gäller från den ${f.day('from')}. I januari räcker det, sedan inte.`,
    fi: (f) => `Viimeisin verokortti on voimassa ${f.day('from')} alkaen. Tammikuussa se riittää, sitten ei.`,
    en: (f) => `The latest tax card is from ${f.day('from')}. That will do in January, but not after.`,
  },
  'time-not-approved': {
    sv: (f) => `${f.line('code')}: chefen har inte attesterat. Timmarna betalas inte den här månaden.`,
    fi: (f) => `${f.line('code')}: esihenkilö ei ole hyväksynyt. Tunteja ei makseta tässä kuussa.`,
    en: (f) => `${f.line('code')}: the manager has not approved. The hours are not paid this month.`,
  },
  'unexplained-change': {
    sv: (f) => `Att få ut: ${f.money('before')} → ${f.money('net')}. Inget känt förklarar: ${f.groups('groups')}.`,
    fi: (f) => `Maksetaan: ${f.money('before')} → ${f.money('net')}. Mikään tieto ei selitä: ${f.groups('groups')}.`,
    en: (f) => `To pay: ${f.money('before')} → ${f.money('net')}. Nothing known explains: ${f.groups('groups')}.`,
  },
  changed: {
    sv: (f) => `Att få ut: ${f.money('before')} → ${f.money('net')}.`,
    fi: (f) => `Maksetaan: ${f.money('before')} → ${f.money('net')}.`,
    en: (f) => `To pay: ${f.money('before')} → ${f.money('net')}.`,
  },
  'card-limit-near': {
    sv: (f) => `${f.money('left')} återstår av kortets gräns; lönen är ${f.money('gross')}.`,
    fi: (f) => `Tulorajasta on jäljellä ${f.money('left')}; palkka on ${f.money('gross')}.`,
    en: (f) => `${f.money('left')} is left of the card’s limit; the pay is ${f.money('gross')}.`,
  },
  'increment-due': {
    sv: (f) => `${f.text('years')} års tjänst den här månaden.`,
    fi: (f) => `${f.text('years')} vuotta palvelusta tässä kuussa.`,
    en: (f) => `${f.text('years')} years of service this month.`,
  },
  'age-step': {
    sv: (f) => `Fyller ${f.text('age')} år; avgifterna ändras månaden efter.`,
    fi: (f) => `Täyttää ${f.text('age')} vuotta; maksut muuttuvat seuraavassa kuussa.`,
    en: (f) => `Turns ${f.text('age')}; contributions change the month after.`,
  },
  'holiday-unused': {
    sv: (f) => `${f.text('days')} dagar förfaller den ${f.day('expires')}.`,
    fi: (f) => `${f.text('days')} päivää vanhenee ${f.day('expires')}.`,
    en: (f) => `${f.text('days')} days expire on ${f.day('expires')}.`,
  },
};
