import type { App } from '../../kernel/http/app-types.ts';
import { type Parameters, unverifiedParameters } from '../../kernel/parameters/parameters.ts';
import { permit } from '../../kernel/scope.ts';
import { keepDefinition } from './definitions.ts';
import { countries } from './format/definition.ts';
import { unverifiedIn } from './offer.ts';
import { UnverifiedPage } from './pages/unverified.tsx';
import { loadIsStrict, loadLatestVersions } from './store/versions.ts';

export type OperatorServiceParts = { readonly parameters: Parameters };

/** Where the operator sees what nobody has checked against its source, and whether it is refused. */
export async function operatorServiceRoutes(app: App, { parameters }: OperatorServiceParts): Promise<void> {
  app.get('/drift/tjanster', { config: { room: 'operator' } }, async (request, reply) => {
    await permit(request.scope, 'operations.read', {});
    const [versions, isStrict] = await request.scope.read((tx) =>
      Promise.all([loadLatestVersions(tx), loadIsStrict(tx)]),
    );
    const services = versions.map((stored) => {
      const { definition } = keepDefinition(stored);
      return { definition, found: countries.map((country) => ({ country, all: unverifiedIn(definition, country) })) };
    });
    return reply.page(
      <UnverifiedPage services={services} isStrict={isStrict} parameters={unverifiedParameters(parameters)} />,
    );
  });
}
