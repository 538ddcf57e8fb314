import type { App } from '../../kernel/http/app-types.ts';
import type { OfficialsAt } from './reform.ts';
import { administrationRoutes } from './routes/administration.tsx';
import { type InviteAdministrator, operatorRoutes } from './routes/operator.tsx';
import { publicRoutes } from './routes/public.tsx';
import { reformRoutes } from './routes/reforms.tsx';

export type DirectoryParts = {
  /** The common address of the installation; other host names belong to authorities. */
  readonly baseUrl: string;
  /** Null leaves the e-mail field out of the operator's form. */
  readonly inviteAdministrator: InviteAdministrator | null;
  readonly officialsAt: OfficialsAt;
};

/** The front page, statements and colours; joining; an authority's own settings. */
export async function directoryRoutes(app: App, parts: DirectoryParts): Promise<void> {
  await publicRoutes(app, parts);
  await operatorRoutes(app, parts);
  await reformRoutes(app, parts);
  await administrationRoutes(app);
}
