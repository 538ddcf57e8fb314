import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { ownCursorIn, readOwnCases } from '../own-cases.ts';
import { queueCursorIn, readQueue } from '../read-queue.ts';
import { ApiList, OwnCasesAnswer, QueueAnswer } from '../schema.ts';
import { officeAuthority } from './office-key.ts';

const MOST = 50;
const BySlug = Type.Object({ authority: Type.String({ maxLength: 100 }) });

/** The same lists as JSON. */
export async function caseApiRoutes(app: App): Promise<void> {
  const tags = ['cases'];

  app.get(
    '/api/v1/cases',
    {
      config: { room: 'resident' },
      schema: { tags, summary: 'My cases, latest first', querystring: ApiList, response: { 200: OwnCasesAnswer } },
    },
    async (request) => {
      const { cases, next } = await readOwnCases(request.scope, {
        most: MOST,
        beyond: ownCursorIn(request.query.after),
      });
      return {
        cases: cases.map((one) => ({
          id: one.case,
          authority: { id: one.authority, name: one.authorityName },
          number: one.diaryNumber,
          service: one.service,
          title: one.title,
          state: one.state,
          outcome: one.outcome,
          waitsFor: one.ball,
          dueOn: one.dueOn.toString(),
          filedAt: one.filedAt.toString(),
          changedAt: one.at.toString(),
          href: one.href,
        })),
        next,
      };
    },
  );

  app.get(
    '/api/v1/authorities/:authority/cases',
    {
      config: { room: 'official' },
      schema: {
        tags,
        summary: 'Open cases of own task and unit at an authority, the most urgent first',
        params: BySlug,
        querystring: ApiList,
        response: { 200: QueueAnswer },
      },
    },
    async (request) => {
      const { id } = await officeAuthority(request.scope, request.params.authority);
      const view = { assignment: 'all', show: 'open', authority: id } as const;
      const { cases, next } = await readQueue(request.scope, view, MOST, queueCursorIn(request.query.after));
      return {
        cases: cases.map((one) => ({
          id: one.case,
          authority: { id: one.authority, name: one.authorityName },
          number: one.diaryNumber,
          service: one.service,
          title: one.title,
          state: one.phase,
          applicant: one.applicantName,
          protected: one.protected,
          confidential: one.confidential,
          assignee: one.assigneeName,
          dueOn: one.dueOn.toString(),
          filedAt: one.filedAt.toString(),
          href: one.href,
        })),
        next,
      };
    },
  );
}
