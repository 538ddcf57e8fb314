/**
 * A producer of customer events (Mina ärenden) with made-up cases of the test persons, never in production. A program of
 * its own; in the environment `PORT` (0 or absent takes a free one), `API_KEY`, and `EVERYBODY`: who everybody's cases are
 * like, for measurements; prints one line
 * `{"url": "http://…"}` when ready, and ends when its stdin closes.
 *
 *   POST /kundhandelseFragaSynkron   the question of the standard
 *   GET  /control                    how it behaves; POST {"mode": …}: see behaviour.ts
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { control, misbehave, tooLarge } from './behaviour.ts';
import list from './kundhandelser.json' with { type: 'json' };
import { answerJson, bodyOf, endWithParent, listen, ready } from './program.ts';
import { testPersons } from './test-persons.ts';

type Part = { kund?: { identifierare?: string }; arende?: { identifierare?: string; typ?: string } };
type Question = {
  fraga?: {
    parter?: Part[];
    behandling?: { sortering?: unknown[]; paginering?: object };
  };
  anvandare?: string;
};

const key = process.env.API_KEY;

type Event = { readonly tidpunkt: string; readonly referenser?: Readonly<Record<string, string>> };

/** By either of the numbers that a case may be asked for by. */
function isOf({ referenser }: Event, { arende }: Part): boolean {
  if (!arende) return true;
  const known = arende.typ === 'Diarienummer' ? referenser?.diarienummer : referenser?.producentarendereferens;
  return known === arende.identifierare;
}

function changed(event: Event, mode: string): object {
  if (mode === 'unknown-type') return { ...event, kundhandelseTyp: 'okänd typ' };
  if (mode === 'ahead') return { ...event, tidpunkt: new Date(Date.now() + 3_600_000).toISOString() };
  // A system that did not turn its clock: Sweden is never at +03:00.
  return mode === 'wrong-offset' ? { ...event, tidpunkt: event.tidpunkt.replace(/\+\d\d:/, '+03:') } : event;
}

function eventsOf(number: string): readonly Event[] {
  const sub = process.env.EVERYBODY ?? testPersons.find((person) => person.number === number)?.sub;
  return list.events.filter((event) => event.person === sub).map(({ person: _person, ...event }) => event);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await control(request, response)) return;
  if (request.method !== 'POST' || request.url !== '/kundhandelseFragaSynkron') {
    return answerJson(response, { message: 'not found' }, 404);
  }
  const body = await bodyOf(request);
  const mode = await misbehave(response);
  if (mode === null) return;
  if (key && request.headers['x-api-key'] !== key) return answerJson(response, { message: 'unknown key' }, 401);
  if (!request.headers.skv_client_correlation_id) {
    return answerJson(response, { message: 'skv_client_correlation_id is missing' }, 400);
  }
  const { fraga, anvandare } = JSON.parse(body) as Question;
  const parts = fraga?.parter ?? [];
  const isWhole = parts.length > 0 && parts.every(({ kund }) => /^\d{12}$/.test(kund?.identifierare ?? ''));
  if (!isWhole || !/^\d{12}$/.test(anvandare ?? '')) {
    return answerJson(response, { message: 'parter and anvandare are needed' }, 400);
  }
  if (fraga?.behandling?.paginering && !fraga.behandling.sortering) {
    return answerJson(response, { message: 'paginering requires sortering' }, 400);
  }
  const rows = parts.map((part) => {
    const events = eventsOf(part.kund?.identifierare ?? '')
      .filter((event) => mode === 'other-case' || isOf(event, part))
      .map((event, index) => (index === 0 ? changed(event, mode) : event));
    const about = mode === 'another' ? { ...part, kund: { ...part.kund, identifierare: '190001019802' } } : part;
    const total = mode === 'contradictory' ? events.length - 1 : events.length;
    return { part: about, totaltAntalKundhandelser: total, kundhandelserForPart: events };
  });
  answerJson(
    response,
    {
      kundhandelser: rows,
      metadata: { parter: parts },
      delfragor: [
        { producent: 'Skatteverket', part: parts[0], status: 'OK', message: '', httpCode: 200 },
        ...(mode === 'partial'
          ? [{ producent: 'Lantmäteriet', part: parts[0], status: 'FEL', message: 'timeout', httpCode: 504 }]
          : []),
      ],
      ...(mode === 'too-large' ? { padding: tooLarge } : {}),
    },
    mode === 'partial' ? 206 : 200,
  );
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => answerJson(response, { message: String(error) }, 500));
});
endWithParent();
const port = await listen(server, Number(process.env.PORT ?? 0));
ready({ url: `http://127.0.0.1:${port}` });
