import type { App } from '../../kernel/http/app-types.ts';
import { administrationRoutes } from './administration-routes.tsx';
import { servicesApiRoutes } from './api-routes.ts';
import { type DraftRouteParts, draftRoutes } from './draft-routes.tsx';
import { publicRoutes } from './public-routes.tsx';

/** The e-services: the catalogue, filling in, and the public JSON beside it. */
export async function servicesRoutes(app: App, parts: DraftRouteParts): Promise<void> {
  await publicRoutes(app);
  await draftRoutes(app, parts);
  await administrationRoutes(app);
  await servicesApiRoutes(app);
}
