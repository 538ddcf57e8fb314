import { caseResource } from './modules/cases/index.ts';
import type { Resources } from './modules/mandates/index.ts';
import { adoptedServices, fileResource } from './modules/services/index.ts';

/** What an authority's own system can ask about: what the authority offers, and its cases. */
export const mandateResources: Resources = {
  async service(scope, authority, id) {
    const found = (await adoptedServices(scope, authority)).find(({ service }) => service === id);
    return found ? fileResource(found) : null;
  },
  async case(scope, authority, id) {
    const found = await caseResource(scope, authority, id);
    if (found?.service === undefined) return found;
    const service = await mandateResources.service(scope, authority, found.service);
    return { ...found, ...(service?.assurance ? { assurance: service.assurance } : {}) };
  },
};
