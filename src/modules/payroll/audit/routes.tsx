import { Type } from 'typebox';
import { dateIn, zones } from '../../../kernel/calendar/format.ts';
import { downloadDisposition, safeFileName } from '../../../kernel/files/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Authority } from '../../directory/index.ts';
import { employer } from '../employer.ts';
import { writeCsv } from '../reports/csv.ts';
import { ByAuthority } from '../schema.ts';
import { auditList } from './audit-list.ts';
import { AuditPage } from './audit-page.tsx';
import { texts } from './texts/index.ts';

const Since = Type.Object({ fran: Type.Optional(Type.String({ maxLength: 20 })) });
const MONTHS_SHOWN = 3;

/** The auditor's list, as a page and as a table. */
export async function auditRoutes(app: App): Promise<void> {
  const config = { room: 'official' } as const;
  const schema = { params: ByAuthority, querystring: Since };

  app.get('/lon/:authority/revision', { config, schema }, async ({ scope, params, query, language }, reply) => {
    const authority = await employer(scope, params.authority);
    const { text, since, isWrong } = sinceOf(scope, authority, query.fran);
    const rows = await auditList(scope, authority.id, since);
    const errors = isWrong ? [{ field: 'fran', text: texts[language].wrong }] : [];
    return reply.page(<AuditPage authority={authority} rows={rows} since={text} errors={errors} />);
  });

  app.get('/lon/:authority/revision.csv', { config, schema }, async ({ scope, params, query }, reply) => {
    const authority = await employer(scope, params.authority);
    const rows = await auditList(scope, authority.id, sinceOf(scope, authority, query.fran).since);
    const table = rows.map(({ section, at, who, what, about, detail }) => [
      ...[section, at.toString(), who ?? '', what, about, detail],
    ]);
    const name = safeFileName(`revision-${authority.slug}.csv`, 'text/plain');
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', downloadDisposition(name))
      .send(writeCsv([['section', 'at', 'who', 'what', 'about', 'detail'], ...table]));
  });
}

/** The day that is asked for, or the first of the month some months ago. */
function sinceOf(scope: Scope, { country }: Authority, said: string | undefined) {
  const usual = dateIn(country, scope.now).subtract({ months: MONTHS_SHOWN }).with({ day: 1 });
  const day = said === undefined ? usual : dayIn(said.trim());
  const since = (day ?? usual).toZonedDateTime(zones[country]).toInstant();
  return { text: day ? day.toString() : (said ?? ''), since, isWrong: day === undefined };
}

function dayIn(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : undefined;
  } catch {
    return undefined;
  }
}
