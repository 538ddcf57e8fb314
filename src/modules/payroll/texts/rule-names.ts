import type { InEach } from '../../../kernel/texts.ts';
import type { RuleId } from '../engine/rules.ts';

/** Each rule in the reader's words: what it does with the pay. */
export const ruleNames: Readonly<Record<RuleId, InEach<string>>> = {
  'FI-TAX-CARD': {
    sv: 'Grundprocenten gäller upp till årets inkomstgräns, tilläggsprocenten på det som är över',
    fi: 'Perusprosenttia sovelletaan vuoden tulorajaan asti, lisäprosenttia sen ylittävään osaan',
    en: "The base percent applies up to the year's limit, the additional percent to what is above it",
  },
  'FI-TAX-NO-CARD': {
    sv: 'Utan skattekort dras den högsta procenten',
    fi: 'Ilman verokorttia pidätetään enimmäisprosentti',
    en: 'Without a tax card the highest percent is withheld',
  },
  'FI-PENSION-EE': {
    sv: 'Arbetstagarens pensionsavgift efter ålder',
    fi: 'Työntekijän eläkemaksu iän mukaan',
    en: "The employee's pension contribution by age",
  },
  'FI-UNEMP-EE': {
    sv: 'Arbetstagarens arbetslöshetsförsäkringsavgift efter ålder',
    fi: 'Työntekijän työttömyysvakuutusmaksu iän mukaan',
    en: "The employee's unemployment insurance by age",
  },
  'FI-HEALTH-ER': {
    sv: 'Arbetsgivarens sjukförsäkringsavgift efter ålder',
    fi: 'Työnantajan sairausvakuutusmaksu iän mukaan',
    en: "The employer's health insurance by age",
  },
  'FI-KEVA-ER': {
    sv: 'Kevas hela lönebaserade avgift minus det som arbetstagaren betalar',
    fi: 'Kevan koko palkkaperusteinen maksu vähennettynä työntekijän osuudella',
    en: "Keva's whole wage-based contribution less what the employee pays",
  },
  'FI-UNEMP-ER': {
    sv: 'Lägre procent på arbetsgivarens första löner under året, högre över gränsen',
    fi: 'Alempi prosentti vuoden ensimmäisistä palkoista, korkeampi rajan ylittävältä osalta',
    en: "A lower percent on the payer's first wages of the year, a higher one above the limit",
  },
  'FI-GROUP-LIFE-ER': {
    sv: 'Grupplivförsäkring på lönen',
    fi: 'Ryhmähenkivakuutus palkasta',
    en: 'Group life insurance on the pay',
  },
  'FI-ACCIDENT-ER': {
    sv: 'Olycksfallsförsäkring på lönen',
    fi: 'Tapaturmavakuutus palkasta',
    en: 'Accident insurance on the pay',
  },
  'FI-GARNISHMENT': {
    sv: 'Ingenting tas upp till det skyddade beloppet, därefter en del av nettot, högst hälften',
    fi: 'Suojaosuuteen asti ei ulosmitata, sen jälkeen osa nettopalkasta, enintään puolet',
    en: 'Nothing is taken up to the protected part, then a share of the net, at most half',
  },
  'SE-TABLE-30B': {
    sv: 'Skatteverkets månadstabell för din kolumn',
    fi: 'Ruotsin veroviraston kuukausitaulukko',
    en: "Skatteverket's monthly table for your column",
  },
  'SE-FORMULA-SKV433': {
    sv: 'Tabellen är uträknad med Skatteverkets formel, inte läst ur filen',
    fi: 'Taulukko on laskettu veroviraston kaavalla, ei luettu tiedostosta',
    en: "The table is computed by Skatteverket's formula, not read from its file",
  },
  'SE-SIDE-INCOME': {
    sv: 'Sidoinkomst, samma procent för alla',
    fi: 'Sivutulo, sama prosentti kaikille',
    en: 'Side income, the same percent for all',
  },
  'SE-CONTRIBUTIONS': {
    sv: 'Arbetsgivaravgifter efter födelseår',
    fi: 'Työnantajamaksut syntymävuoden mukaan',
    en: "Employer's contributions by year of birth",
  },
  'SE-GARNISHMENT': {
    sv: 'Kronofogden har beslutat vad du alltid får behålla, resten tas',
    fi: 'Ruotsin ulosottoviranomainen on päättänyt, mitä sinulle aina jää; loput otetaan',
    en: 'Kronofogden has decided what you always keep; the rest is taken',
  },
  'SE-AKAP-KR': {
    sv: 'Pensionsavgift till en gräns, högre procent över den',
    fi: 'Eläkemaksu rajaan asti, sen yli korkeampi prosentti',
    en: 'A pension contribution up to a limit, a higher percent above it',
  },
  'SE-KAP-KL': {
    sv: 'Pensionsavgift enligt det äldre avtalet',
    fi: 'Eläkemaksu vanhemman sopimuksen mukaan',
    en: 'A pension contribution by the older agreement',
  },
  'BENEFIT-IN-KIND': {
    sv: 'En förmån räknas som lön men betalas inte ut i pengar',
    fi: 'Luontoisetu lasketaan palkaksi, mutta sitä ei makseta rahana',
    en: 'A benefit counts as pay but is not paid out in money',
  },
  'AKTA-MONTHLY-PAY': {
    sv: 'Uppgiftsrelaterad lön för månaden',
    fi: 'Kuukauden tehtäväkohtainen palkka',
    en: 'Task-based pay for the month',
  },
  'AKTA-PART-TIME': {
    sv: 'Lön i förhållande till arbetstiden',
    fi: 'Palkka työajan suhteessa',
    en: 'Pay in proportion to working time',
  },
  'AKTA-PERSONAL': { sv: 'Individuellt tillägg', fi: 'Henkilökohtainen lisä', en: 'Personal supplement' },
  'AKTA-EXPERIENCE': {
    sv: 'Tillägg efter fulla år av erfarenhet',
    fi: 'Lisä täysien kokemusvuosien mukaan',
    en: 'An increment by full years of experience',
  },
  'AKTA-HOURLY-PAY': {
    sv: 'Timlön: månadslön delad med arbetstidens divisor',
    fi: 'Tuntipalkka: kuukausipalkka jaettuna työaikamuodon jakajalla',
    en: "An hour's pay: a month's by the divisor of the working time",
  },
  'AKTA-EVENING': { sv: 'Kvällsarbete klockan 18–22', fi: 'Iltatyö klo 18–22', en: 'Evening work 18-22' },
  'AKTA-NIGHT': { sv: 'Nattarbete klockan 22–07', fi: 'Yötyö klo 22–07', en: 'Night work 22-07' },
  'AKTA-SATURDAY': { sv: 'Lördagsarbete klockan 06–18', fi: 'Lauantaityö klo 06–18', en: 'Saturday work 06-18' },
  'AKTA-SUNDAY': {
    sv: 'Arbete på söndag eller helgdagsafton',
    fi: 'Sunnuntaityö tai aattopäivän työ',
    en: 'Work on a Sunday or a holy-day eve',
  },
  'AKTA-ADDITIONAL-HOURS': {
    sv: 'Mertid: timmar utöver schemat men under gränsen för övertid ger timlönen, timme för timme',
    fi: 'Lisätyö: työvuorolistan ylittävät tunnit ylityörajaan asti korvataan tuntipalkalla, tunti tunnista',
    en: 'Additional hours: beyond the schedule but below the limit of overtime, paid hour for hour',
  },
  'AKTA-OVERTIME-SIMPLE': {
    sv: 'Övertid, lägre ersättning',
    fi: 'Ylityö, alempi korvaus',
    en: 'Overtime, lower compensation',
  },
  'AKTA-OVERTIME-QUALIFIED': {
    sv: 'Övertid, högre ersättning',
    fi: 'Ylityö, korkeampi korvaus',
    en: 'Overtime, higher compensation',
  },
  'AKTA-HOLIDAY-BONUS': {
    sv: 'Procent av den ordinarie lönen för varje full månad',
    fi: 'Prosentti varsinaisesta palkasta jokaiselta täydeltä kuukaudelta',
    en: 'A percent of ordinary pay for each full month',
  },
  'AKTA-SICK-PAY': {
    sv: 'Sjuklön: först full lön, sedan två tredjedelar, räknat per kalenderår',
    fi: 'Sairausajan palkka: ensin täysi, sitten kaksi kolmasosaa, kalenterivuosittain',
    en: 'Sick pay: first in full, then two thirds, counted by the calendar year',
  },
  'AKTA-INCREASE': { sv: 'Allmän förhöjning', fi: 'Yleiskorotus', en: 'General increase' },
  ADVANCE: {
    sv: 'Lön som betalas i förväg. Den dras av när månadens lön betalas',
    fi: 'Etukäteen maksettu palkka. Se vähennetään, kun kuukauden palkka maksetaan',
    en: 'Pay that is paid in advance. It is taken off when the month is paid',
  },
  'FI-RECOVERY': {
    sv: 'För mycket betald lön betalas tillbaka netto: det som du fick ut. Skatt och avgifter rättas av arbetsgivaren. Dras det av lönen lämnas minst det kvar som en utmätning lämnar',
    fi: 'Liikaa maksettu palkka maksetaan takaisin nettona: se, minkä sait käteesi. Työnantaja oikaisee veron ja maksut. Jos se vähennetään palkasta, siitä jätetään vähintään se, mikä ulosmittauksessa jätetään',
    en: 'Pay that was too much is paid back net: what you had in hand. The employer corrects tax and contributions. Drawn from pay, at least what a garnishment leaves is left',
  },
  'SE-RECOVERY': {
    sv: 'För mycket betald lön betalas tillbaka brutto. Skatten som drogs räknas dig till godo när året beskattas',
    fi: 'Liikaa maksettu palkka maksetaan takaisin bruttona. Pidätetty vero luetaan hyväksesi vuoden verotuksessa',
    en: 'Pay that was too much is paid back gross. The tax that was withheld counts for you when the year is taxed',
  },
  'HOLIDAY-COMPENSATION': {
    sv: 'Semester som är kvar när anställningen slutar, så som löneadministratören har räknat den',
    fi: 'Loma, joka on jäljellä palvelussuhteen päättyessä, palkanlaskijan laskemana',
    en: 'Holiday that is left when the employment ends, as the officer has counted it',
  },
  'AB-MONTHLY-PAY': { sv: 'Avtalad månadslön', fi: 'Sovittu kuukausipalkka', en: 'Agreed monthly pay' },
  'AB-HOURLY-PAY': { sv: 'Avtalad timlön', fi: 'Sovittu tuntipalkka', en: 'Agreed hourly pay' },
  'AB-OVERTIME': {
    sv: 'Övertid: en del av månadslönen för varje timme',
    fi: 'Ylityö: osa kuukausipalkasta jokaiselta tunnilta',
    en: "Overtime: a share of the month's pay for each hour",
  },
  'AB-OB': {
    sv: 'Tillägg för obekväm arbetstid, kronor per timme',
    fi: 'Epämukavan työajan lisä, kruunua tunnilta',
    en: 'Supplement for inconvenient hours, kronor an hour',
  },
  'AB-HOLIDAY': { sv: 'Semestertillägg', fi: 'Lomalisä', en: 'Holiday supplement' },
  'AB-SICK-PAY': {
    sv: 'Sjuklön de första fjorton dagarna, med ett karensavdrag',
    fi: 'Sairausajan palkka neljältätoista ensimmäiseltä päivältä, yhdellä karenssivähennyksellä',
    en: 'Sick pay for the first fourteen days, with one qualifying deduction',
  },
  'AB-ARREARS': { sv: 'Lön för tidigare månader', fi: 'Palkkaa aiemmilta kuukausilta', en: 'Pay for earlier months' },
  DEDUCTION: {
    sv: 'Avdrag som du eller ett avtal har bestämt',
    fi: 'Sinun tai sopimuksen määräämä vähennys',
    en: 'A deduction that you or an agreement has decided',
  },
};
