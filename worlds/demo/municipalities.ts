import type { AuthorityId } from '../../src/kernel/ids.ts';
import type { Scope } from '../../src/kernel/scope.ts';
import { authorityById, authorityOfCode, saveSettings } from '../../src/modules/directory/index.ts';
import {
  adoptedServices,
  changeAdoption,
  type OwnRetention,
  type Settings,
  type TextOverlay,
} from '../../src/modules/services/index.ts';
import demo from './municipalities.json' with { type: 'json' };

const madeUp: Readonly<Record<string, TextOverlay>> = demo.madeUp;
const years: Readonly<Record<string, number>> = demo.retention.years;

/**
 * What the demo's municipalities have decided: contact, fees, days, how long cases are kept. By the use cases that an
 * administrator uses; what somebody has changed since is left alone.
 */
export async function settleMunicipalities(scopeFor: (authority: AuthorityId) => Scope): Promise<void> {
  await Promise.all(
    demo.municipalities.map(async ({ code, contact, services }) => {
      const id = authorityOfCode(code);
      if (id === undefined) throw new Error(`the demo world knows no municipality ${code}`);
      await settle(scopeFor(id), id, contact, services);
    }),
  );
}

async function settle(
  scope: Scope,
  id: AuthorityId,
  contact: (typeof demo.municipalities)[number]['contact'],
  services: Readonly<Record<string, Settings>>,
): Promise<void> {
  const { revision, contact: known, accent, hostName } = await authorityById(scope, id);
  if (Object.keys(known).length === 0) await saveSettings(scope, id, revision, { contact, accent, hostName });
  for (const adopted of await adoptedServices(scope, id)) {
    const settings = services[adopted.slug];
    if (adopted.revision > 1 || !settings) continue;
    await changeAdoption(scope, id, adopted.slug, adopted.revision, {
      settings: { ...adopted.settings, ...settings },
      texts: overlay(adopted.slug, settings),
      ...retention(adopted.slug),
    });
  }
}

/** Only what is made up is said to be. */
function overlay(slug: string, settings: Settings): TextOverlay {
  return 'maxFee' in settings || 'maxGrant' in settings ? (madeUp[slug] ?? {}) : {};
}

function retention(slug: string): { readonly retention?: OwnRetention } {
  const { decision, decidedOn } = demo.retention;
  const kept = years[slug];
  return kept === undefined ? {} : { retention: { years: kept, decision, decidedOn } };
}
