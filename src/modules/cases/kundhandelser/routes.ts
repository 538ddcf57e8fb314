import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import { admitMachine } from '../../../kernel/machine-clients/index.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import { isLanguage, type Language } from '../../../kernel/texts.ts';
import type { PartyOfNumber } from '../../identity/index.ts';
import { answerQuestion } from './answer-question.ts';
import { told } from './part-answer.ts';
import { Answer, Fault, Question } from './question.ts';

export type KundhandelserParts = { readonly makeScope: MakeScope; readonly partyOfNumber: PartyOfNumber };

/** Our cases for Mina ärenden, by a key that can read and nothing else. Its errors are the standard's own: `message`. */
export async function kundhandelserRoutes(app: App, { makeScope, partyOfNumber }: KundhandelserParts): Promise<void> {
  app.post(
    '/api/v1/kundhandelser/kundhandelseFragaSynkron',
    {
      config: { machine: true, csrf: false, rateLimit: limits.posting },
      attachValidation: true,
      schema: {
        summary: 'Mina ärenden: the customer events of up to a hundred persons, at the authority that gave the key',
        headers: Type.Object({
          'x-api-key': Type.Optional(Type.String()),
          skv_client_correlation_id: Type.Optional(Type.String()),
        }),
        body: Question,
        description: '206 when some part has no whole answer: `delfragor` says which, and why.',
        response: { 200: Answer, 206: Answer, 400: Fault, 401: Fault },
      },
    },
    async (request, reply) => {
      const admitted = await admitMachine(makeScope, request.headers['x-api-key'], 'cases.read', request.id);
      if (admitted === null) return reply.status(401).send({ message: 'The key is unknown, ended or may not read.' });
      const correlation = request.headers.skv_client_correlation_id;
      if (!correlation || !/^[\x20-\x7e]{1,200}$/.test(correlation)) {
        return reply
          .status(400)
          .send({ message: 'skv_client_correlation_id is needed: 1 to 200 printable characters.' });
      }
      // Which field, never what stood in it: that may be somebody's number.
      const wrong = request.validationError?.validation?.[0];
      if (wrong) {
        return reply.status(400).send({ message: `${wrong.instancePath || 'the body'} is not as it should be.` });
      }
      const { fraga } = request.body;
      const { sortering = [], paginering } = fraga.behandling ?? {};
      if (paginering && sortering.length === 0) {
        return reply.status(400).send({ message: 'paginering needs sortering.' });
      }
      const language = languageOf(request);
      const { parts, producer } = await answerQuestion(admitted, request.body, language, {
        partyOfNumber,
        failed: (error) => request.log.error({ err: error }, 'some cases could not be told of'),
      });
      return reply.status(parts.every(({ trouble }) => trouble === null) ? 200 : 206).send({
        kundhandelser: parts.map(({ part, total, events }) => ({
          part,
          totaltAntalKundhandelser: total,
          kundhandelserForPart: [...events],
        })),
        metadata: {
          parter: fraga.parter,
          kundhandelseTyper: fraga.kundhandelseTyper ?? [],
          taggar: fraga.taggar ?? [],
          ...(fraga.startDatum === undefined ? {} : { startDatum: fraga.startDatum }),
          ...(fraga.slutDatum === undefined ? {} : { slutDatum: fraga.slutDatum }),
          onskatSprak: language,
        },
        delfragor: parts.map(({ part, trouble }) => ({
          ...{ producent: producer, part },
          ...(trouble === null ? { status: 'OK', message: '', httpCode: 200 } : { status: 'FEL', ...told[trouble] }),
        })),
      });
    },
  );
}

function languageOf({ headers }: FastifyRequest): Language {
  const tag = headers['accept-language']?.slice(0, 2).toLowerCase();
  return isLanguage(tag) ? tag : 'sv';
}
