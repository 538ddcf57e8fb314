import type { RefusalText, RefusalTexts } from '../../kernel/texts.ts';
import type { VoteFault } from './approval.ts';
import { texts } from './texts/index.ts';

const look = {
  sv: 'Gå till Godkännanden och se hur det står till.',
  fi: 'Siirry kohtaan Hyväksynnät ja katso, mikä tilanne on.',
  en: 'Go to Approvals and see how it stands.',
};

function both(sv: [string, string], fi: [string, string], en: [string, string]): RefusalTexts[string] {
  const of = ([what, why]: [string, string], next: string): RefusalText => ({ what, why, next });
  return { sv: of(sv, look.sv), fi: of(fi, look.fi), en: of(en, look.en) };
}

function fault(key: VoteFault): RefusalTexts[string] {
  return both(
    ['Ditt svar har inte sparats', texts.sv.fault[key]],
    ['Vastaustasi ei ole tallennettu', texts.fi.fault[key]],
    ['Your answer has not been saved', texts.en.fault[key]],
  );
}

const faults = [
  ...(['over', 'expired', 'changed', 'own-proposal', 'own-work', 'own-matter', 'already-voted'] as const),
  ...(['not-own-official', 'not-named', 'above-limit'] as const),
] satisfies readonly VoteFault[];

export const refusalTexts: RefusalTexts = {
  ...Object.fromEntries(faults.map((key) => [`approvals.${key}`, fault(key)])),
  'approvals.not-found': both(
    ['Förslaget finns inte', 'Adressen kan vara fel, eller så gäller det en myndighet som du inte arbetar för.'],
    ['Ehdotusta ei ole', 'Osoite voi olla väärä, tai se koskee viranomaista, jolle et työskentele.'],
    ['There is no such proposal', 'The address may be wrong, or it is of an authority that you do not work for.'],
  ),
  'approvals.changed-meanwhile': both(
    ['Ditt svar har inte sparats', 'Någon annan hann före.'],
    ['Vastaustasi ei ole tallennettu', 'Joku muu ehti ensin.'],
    ['Your answer has not been saved', 'Somebody else was there first.'],
  ),
  'approvals.not-proposer': both(
    ['Förslaget står kvar', 'Bara den som föreslog kan ta tillbaka det.'],
    ['Ehdotus on ennallaan', 'Vain ehdottaja voi perua sen.'],
    ['The proposal stands', 'Only whoever proposed it can take it back.'],
  ),
  'approvals.reason-missing': both(
    ['Ditt svar har inte sparats', texts.sv.one.reasonMissing],
    ['Vastaustasi ei ole tallennettu', texts.fi.one.reasonMissing],
    ['Your answer has not been saved', texts.en.one.reasonMissing],
  ),
  'approvals.approver.self': {
    sv: {
      what: 'Du kan inte sätta upp dig själv',
      why: 'Den som får släppa utses av någon annan.',
      next: 'Be en annan administratör.',
    },
    fi: { what: 'Et voi lisätä itseäsi', why: 'Hyväksyjän nimeää joku muu.', next: 'Pyydä toista pääkäyttäjää.' },
    en: {
      what: 'You can not add yourself',
      why: 'Who may release is named by somebody else.',
      next: 'Ask another administrator.',
    },
  },
  'approvals.approver.not-official': {
    sv: {
      what: 'Personen har inte uppgiften',
      why: 'Bara en egen handläggare med uppgiften kan stå i förteckningen.',
      next: 'Gå tillbaka och välj någon annan.',
    },
    fi: {
      what: 'Henkilöllä ei ole tehtävää',
      why: 'Vain oma käsittelijä, jolla on tehtävä, voi olla luettelossa.',
      next: 'Palaa ja valitse joku muu.',
    },
    en: {
      what: 'The person does not have the task',
      why: 'Only an own case officer with the task can stand on the list.',
      next: 'Go back and choose somebody else.',
    },
  },
  'approvals.approver.days': {
    sv: { what: 'Dagarna går inte', why: 'Sista dagen är före den första.', next: 'Gå tillbaka och rätta dagarna.' },
    fi: { what: 'Päivät eivät käy', why: 'Viimeinen päivä on ennen ensimmäistä.', next: 'Palaa ja korjaa päivät.' },
    en: {
      what: 'The days can not be',
      why: 'The last day is before the first.',
      next: 'Go back and correct the days.',
    },
  },
  'approvals.approver.deputy': {
    sv: {
      what: 'Så kan ingen ersätta',
      why: 'En ersättare har en sista dag, ingen egen gräns, och ersätter någon annan som står i förteckningen för samma uppgift.',
      next: 'Gå tillbaka och rätta.',
    },
    fi: {
      what: 'Näin ei voi sijaistaa',
      why: 'Sijaisella on viimeinen päivä eikä omaa rajaa, ja hän sijaistaa toista samassa tehtävässä luettelossa olevaa.',
      next: 'Palaa ja korjaa.',
    },
    en: {
      what: 'Nobody can stand in so',
      why: 'A deputy has a last day, no limit of their own, and stands in for another on the list for the same task.',
      next: 'Go back and correct it.',
    },
  },
  'approvals.approver.not-found': {
    sv: { what: 'Raden finns inte', why: 'Någon kan ha tagit bort den.', next: 'Öppna förteckningen igen.' },
    fi: { what: 'Riviä ei ole', why: 'Joku on voinut poistaa sen.', next: 'Avaa luettelo uudelleen.' },
    en: { what: 'There is no such line', why: 'Somebody may have taken it away.', next: 'Open the list again.' },
  },
};
