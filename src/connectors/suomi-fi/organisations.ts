import { dateIn } from '../../kernel/calendar/format.ts';
import type { Identifier } from '../../kernel/identifiers/identifier.ts';
import { parseIdentifier } from '../../kernel/identifiers/parse.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import type { ChoiceWindow, RightElsewhere } from '../../modules/mandates/index.ts';
import { UnusableAnswer } from '../guarded-register.ts';
import { shapes } from './shapes.ts';
import type { webApi } from './web-api.ts';

/** Nobody chooses more at once. */
const ORGANISATIONS = 50;

/**
 * In which organisations the person has which roles, by the choice that they have just made there (`ypa`). A role is a
 * right at an authority when it is that authority's mandate theme; where the authority has none, the service's own rules
 * there have said all, and any role is.
 * @param only one of them; what else is told then is about another
 * @throws UnusableAnswer
 */
export async function organisationRights(
  api: ReturnType<typeof webApi>,
  at: readonly { readonly authority: AuthorityId; readonly theme: string | null }[],
  { session, bearer }: Pick<ChoiceWindow, 'session' | 'bearer'>,
  only: Identifier | null,
  signal: AbortSignal,
): Promise<RightElsewhere[]> {
  const path = ['service', 'ypa', 'api', 'organizationRoles', session, ...(only ? [only.value] : [])];
  const { body, request } = await api.get({ path, with: 'webKey', bearer }, shapes.organisations, signal);
  if (body.length > ORGANISATIONS) throw new UnusableAnswer('too-large');
  const today = dateIn('FI', Temporal.Now.instant());
  return body.flatMap(({ identifier, name = null, roles, complete }) => {
    const principal = parseIdentifier(identifier, today, 'FI');
    if (principal.kind !== 'fo-nummer') throw new UnusableAnswer('contradictory');
    if (only && principal.value !== only.value) throw new UnusableAnswer('about-another');
    const rights = at
      .filter(({ theme }) => (theme === null ? roles.length > 0 : roles.includes(theme)))
      .map(
        ({ authority }): RightElsewhere => ({
          ...{ principal, name, authority, level: 'active', reach: { kind: 'authority', authority } },
          ...{ id: request, evidence: `suomi-fi:${request}` },
        }),
      );
    // The agency's own sources have not all answered it: that there is no role is then not known.
    if (rights.length === 0 && complete === false) throw new UnusableAnswer('down');
    return rights;
  });
}
