import type { Assurance, Basis } from '../../kernel/authority.ts';
import { formatInstant } from '../../kernel/calendar/format.ts';
import type { Explanation, ExplanationFact } from '../../kernel/explanation.ts';
import type { InEach, Language } from '../../kernel/texts.ts';
import { basisTexts } from './basis-texts.ts';
import { mandateRegisterLabels } from './elsewhere/labels.ts';
import type { No, Reason, Why } from './reason.ts';
import { registerRightTexts } from './texts/register-rights.ts';
import { whyNotByMandate } from './why-not-by-mandate.ts';
import { whyNotByRegister } from './why-not-by-register.ts';
import { whyNotInPerson } from './why-not-in-person.ts';

const whyNot = { ...whyNotInPerson, ...whyNotByMandate, ...whyNotByRegister } as const satisfies Record<Reason, Why>;

const level = {
  low: { sv: 'låg', fi: 'matala', en: 'low' },
  substantial: { sv: 'väsentlig', fi: 'korotettu', en: 'substantial' },
  high: { sv: 'hög', fi: 'korkea', en: 'high' },
} as const satisfies Record<Assurance, InEach<string>>;

export function explainYes(basis: Basis): Explanation {
  return { what: basisTexts[basis.kind], facts: [], rules: [] };
}

const since = { sv: 'Tidpunkt', fi: 'Ajankohta', en: 'When' };

function momentFact(at: number): ExplanationFact {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  return {
    label: since,
    value: {
      sv: formatInstant(instant, 'sv', 'SE'),
      fi: formatInstant(instant, 'fi', 'SE'),
      en: formatInstant(instant, 'en', 'SE'),
    },
  };
}

/** Why not, and what to do; how it stands with a mandate is told to who holds it, and to nobody else. */
export function explainNo({ reason, at, minimum }: No): Explanation {
  const why: Why = whyNot[reason];
  const facts: ExplanationFact[] = at === undefined || at === null ? [] : [momentFact(at)];
  if (minimum) {
    facts.push({
      label: { sv: 'Lägsta tillitsnivå', fi: 'Vähimmäisvarmuustaso', en: 'Lowest assurance' },
      value: level[minimum],
    });
  }
  return {
    what: why.because,
    facts,
    rules: why.source ? [{ label: why.because, source: why.source, verified: true }] : [],
    next: why.next,
  };
}

function nameOf(source: string, language: Language): string {
  const names: Readonly<Record<string, string>> = registerRightTexts[language].sources;
  const elsewhere: Readonly<Record<string, InEach<string>>> = mandateRegisterLabels;
  return names[source] ?? elsewhere[source]?.[language] ?? source;
}

export function explainUnknown(sources: readonly string[]): Explanation {
  const named = (language: Language) => sources.map((one) => nameOf(one, language)).join(', ');
  return {
    what: {
      sv: `Vi vet inte om du får. Svarar inte just nu: ${named('sv')}.`,
      fi: `Emme tiedä, onko sinulla oikeus. Ei vastaa juuri nyt: ${named('fi')}.`,
      en: `We do not know whether you may. Does not answer just now: ${named('en')}.`,
    },
    facts: [],
    rules: [],
    next: {
      sv: 'Försök igen om en stund. Det är inget nej.',
      fi: 'Yritä hetken kuluttua uudelleen. Tämä ei ole kielto.',
      en: 'Try again in a while. This is not a no.',
    },
  };
}
