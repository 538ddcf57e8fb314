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
};
