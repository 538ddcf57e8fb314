import type { App } from '../../../kernel/http/app-types.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import { mayOpenOverview, officeOverview, overviewPurposes } from '../office-overview.ts';
import { AskForOverview, OfficeOverviewPage } from '../pages/office-overview.tsx';
import { ByCase, SeeingOverview } from '../schema.ts';
import { texts } from '../texts/index.ts';
import { officeKey } from './office-key.ts';

/** What the resident sees, for an official who has said what for. */
export async function officeOverviewRoutes(app: App, { makeScope }: { readonly makeScope: MakeScope }): Promise<void> {
  const config = { room: 'official' } as const;
  const place = '/handlaggning/:authority/:case';
  const hrefOf = ({ authority, case: id }: { authority: string; case: string }) => `/handlaggning/${authority}/${id}`;

  app.get(`${place}/oversikt`, { config, schema: { params: ByCase } }, async ({ scope, params }, reply) => {
    const filed = await mayOpenOverview(scope, await officeKey(scope, params));
    return reply.page(<AskForOverview filed={filed} href={hrefOf(params)} />);
  });

  // Shown at once and not after a redirect: each time it is seen, it is said anew what for.
  app.post(
    `${place}/oversikt`,
    { config, schema: { params: ByCase, body: SeeingOverview } },
    async ({ scope, params, body, language }, reply) => {
      const key = await officeKey(scope, params);
      const purpose = overviewPurposes.find((one) => one === body.purpose);
      if (!purpose) {
        const filed = await mayOpenOverview(scope, key);
        const errors = [{ field: 'purpose', text: texts[language].officeOverview.purposeMissing }];
        return reply.page(<AskForOverview filed={filed} href={hrefOf(params)} errors={errors} />, { status: 422 });
      }
      const view = await officeOverview(scope, makeScope, key, purpose);
      reply.header('cache-control', 'no-store');
      return reply.page(<OfficeOverviewPage view={view} href={hrefOf(params)} />);
    },
  );
}
