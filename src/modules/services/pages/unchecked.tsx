import { Alert, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { AdoptedService } from '../adoption.ts';
import type { Country } from '../format/definition.ts';
import { wordsOf } from '../format/words.ts';
import { type Hindrance, unverifiedIn } from '../offer.ts';
import { texts } from '../texts/index.ts';

export type UncheckedProps = { readonly service: AdoptedService; readonly country: Country };

/** Why a service is not offered; or, where it is, what would keep it from being offered in production. */
export function Unchecked({ service, country }: UncheckedProps) {
  const t = useTexts(texts).adoption;
  const { language } = usePage();
  const isWithheld = service.withheld.length > 0;
  const hindrances: readonly Hindrance[] = isWithheld ? service.withheld : unverifiedIn(service.definition, country);
  if (hindrances.length === 0) return null;
  const words = wordsOf(service.definition, {}, language);
  return (
    <Alert tone="warning" title={isWithheld ? t.withheldTitle : t.unverifiedTitle}>
      <p>{isWithheld ? t.withheldText : t.unverifiedText}</p>
      <ul>
        {hindrances.map((one) =>
          one.kind === 'retention' ? (
            <li key="retention">{t.retentionMissing}</li>
          ) : (
            <li key={`${one.kind} ${one.id}`}>
              {t.kinds[one.kind]}: {words.of(one.what)}
            </li>
          ),
        )}
      </ul>
    </Alert>
  );
}
