import type { Client } from 'pg';
import { StartProblem } from '../../kernel/start-problem.ts';
import { shippedServices } from './format/shipped.ts';

/**
 * Publishes the definitions of `services/`, as the owner, after the migrations; again and again without harm. A version
 * is published once: changing its file afterwards is refused, since cases point at it.
 * @throws StartProblem when a published version has been changed
 */
export async function shipServices(owner: Client): Promise<void> {
  const services = shippedServices().map(({ definition, sha256 }) => ({
    service_id: definition.id,
    version: definition.version,
    task: definition.task,
    theme: definition.theme,
    sha256,
    definition,
  }));
  const shipped = JSON.stringify(services);
  await owner.query(
    `insert into services.service as known (service_id, task, theme, latest_version)
     select distinct on (service_id) service_id, task, theme, version
     from jsonb_to_recordset($1::jsonb) as shipped (service_id text, task text, theme text, version int)
     order by service_id, version desc
     on conflict (service_id) do update
       set task = excluded.task, theme = excluded.theme, latest_version = excluded.latest_version
       where known.latest_version < excluded.latest_version`,
    [shipped],
  );
  await owner.query(
    `insert into services.version (service_id, version, sha256, definition, published_at)
     select service_id, version, sha256, definition, now()
     from jsonb_to_recordset($1::jsonb) as shipped (service_id text, version int, sha256 text, definition jsonb)
     on conflict do nothing`,
    [shipped],
  );
  const { rows } = await owner.query<{ name: string }>(
    `select shipped.service_id || ' version ' || shipped.version as name
     from jsonb_to_recordset($1::jsonb) as shipped (service_id text, version int, sha256 text)
     join services.version using (service_id, version)
     where version.sha256 <> shipped.sha256`,
    [shipped],
  );
  if (rows.length > 0) {
    const names = rows.map(({ name }) => name).join(', ');
    throw new StartProblem(`${names} is published already, with other content: give the changed file a new version.`);
  }
}
