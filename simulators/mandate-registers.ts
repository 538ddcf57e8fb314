/**
 * Two registers of mandates with made-up mandates of the test persons, never in production: Mina ombud (Bolagsverket) and
 * Suomi.fi-valtuudet (Myndigheten för digitalisering och befolkningsdata). A program of its own; in the environment `PORT`
 * (0 or absent takes a free one), `MINA_OMBUD_SECRET`, `SUOMI_FI_WEB_KEY`, `SUOMI_FI_REST_KEY`, `SUOMI_FI_OAUTH_PASSWORD`;
 * prints one line `{"url": "http://…"}` when ready, and ends when its stdin closes.
 *
 *   POST /auth/realms/dfm/protocol/openid-connect/token
 *   POST /dfm/formedlare/v1|v2/sok/behorigheter, GET …/tredjeman/NUMBER/{jwks,fullmakter/ID}; v2 only: POST …/sok/fullmakter
 *   GET  /service/{hpa,ypa}/user/register/…, /service/hpa/api/{delegate,authorization}/…, /service/ypa/api/organizationRoles/…,
 *        /service/rest/hpa/authorization/…, /oauth/…
 *   GET  /control          how they behave, and how many questions they have been asked
 *   POST /control          {"register": "mina-ombud" | "suomi-fi", "mode": …, "delayMs"?: number}: mandate-behaviour.ts
 *   POST /revoke           {"register", "id"}: a mandate's id, or in Suomi.fi whose all mandates are taken away
 *   POST /end-choices      what people have chosen in Suomi.fi is over, as after ten minutes
 *   POST /reset            the data file and good behaviour again
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { behaveWell, behaviours, setBehaviour } from './mandate-behaviour.ts';
import { minaOmbud } from './mina-ombud.ts';
import { keyOf, resetMinaOmbud, revokeAtMinaOmbud } from './mina-ombud-mandates.ts';
import { answerJson, bodyOf, endWithParent, listen, ready } from './program.ts';
import { endChoices, resetSuomiFi, revokeAtSuomiFi, suomiFi } from './suomi-fi.ts';

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '/' } = request;
  if (url === '/control' && method === 'GET') return answerJson(response, behaviours());
  if (method === 'POST' && (url === '/control' || url === '/revoke')) {
    const body = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
    if (url === '/control') {
      if (body.mode === 'stranger') await keyOf('stranger');
      return answerJson(response, {}, setBehaviour(body) ? 200 : 400);
    }
    const revoke = body.register === 'suomi-fi' ? revokeAtSuomiFi : revokeAtMinaOmbud;
    return answerJson(response, {}, revoke(String(body.id)) ? 200 : 404);
  }
  if (method === 'POST' && url === '/end-choices') {
    endChoices();
    return answerJson(response, {});
  }
  if (method === 'POST' && url === '/reset') {
    behaveWell();
    resetMinaOmbud();
    resetSuomiFi();
    return answerJson(response, {});
  }
  if ((await minaOmbud(request, response)) || (await suomiFi(request, response))) return;
  answerJson(response, { message: 'not found' }, 404);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => answerJson(response, { message: String(error) }, 500));
});
endWithParent();
const port = await listen(server, Number(process.env.PORT ?? 0));
ready({ url: `http://127.0.0.1:${port}` });
await keyOf('own');
