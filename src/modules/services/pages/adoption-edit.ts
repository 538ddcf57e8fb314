import { usePage, useTexts } from '../../../kernel/html/index.ts';
import { isLanguage } from '../../../kernel/texts.ts';
import type { AdoptedService } from '../adoption.ts';
import { type OwnText, settingText } from '../adoption-form.ts';
import type { Country } from '../format/definition.ts';
import { wordsOf } from '../format/words.ts';
import type { Handler } from '../handlers.ts';
import type { OwnRetention } from '../offer.ts';
import { texts } from '../texts/index.ts';

/** How a change is told to a person: what was changed, and a value of it. */
export function useEditTexts({ definition }: AdoptedService, country: Country, handlers: readonly Handler[]) {
  const { adoption: t } = useTexts(texts);
  const { language } = usePage();
  const words = wordsOf(definition, {}, language);

  function labelOf(part: string): string {
    const [kind, name = '', key = ''] = part.split('.');
    if (kind === 'setting') return words.of(part);
    if (kind === 'text' && isLanguage(name)) {
      return `${t.words[name]}: ${t.text[key as OwnText] ?? key}`;
    }
    return (
      { version: t.newer.version, open: t.openLegend, unit: t.handler, retention: t.retention }[kind ?? ''] ?? part
    );
  }

  function tellOf(part: string, value: unknown): string {
    if (part === 'open') return value === true ? t.open : t.closed;
    if (part === 'unit') {
      const found = handlers.find((one) => `${one.authority}/${one.unit}` === value);
      return found ? `${found.authorityName}, ${found.unitName}` : t.whoever;
    }
    if (value === null) return t.nothing;
    if (part === 'retention') {
      const { years, decision, decidedOn } = value as OwnRetention; // written by this module
      return t.yearsOf(years, decision, decidedOn);
    }
    const setting = definition.settings.properties[part.replace(/^setting\./, '')];
    return setting && typeof value === 'number' ? settingText(value, setting, country, language) : String(value);
  }

  return { labelOf, tellOf };
}
