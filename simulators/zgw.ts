/**
 * A case system that speaks ZGW Zaken (list, one, statuses, roles) and Catalogi's status types, with made-up cases of the
 * test persons; never in production. A program of its own; in the environment `PORT` (0 or absent takes a free one),
 * `CLIENT_ID`, `CLIENT_SECRET`, and `EVERYBODY`: who everybody's cases are like, for measurements; prints one line `{"url": "http://…/zaken/api/v1"}` when ready, and ends when its stdin
 * closes.
 *
 *   GET  /zaken/api/v1/zaken?rol__betrokkeneIdentificatie__natuurlijkPersoon__anpIdentificatie=…
 *   GET  /zaken/api/v1/{zaken/UUID,statussen,rollen}
 *   GET  /catalogi/api/v1/{statustypen,zaaktypen}/…
 *   GET  /control        how it behaves; POST {"mode": …}: see behaviour.ts
 */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { control, misbehave, tooLarge } from './behaviour.ts';
import { answerJson, endWithParent, listen, ready } from './program.ts';
import { testPersons } from './test-persons.ts';
import list from './zgw.json' with { type: 'json' };

const { CLIENT_ID = 'allmanning', CLIENT_SECRET = 'test' } = process.env;

/** Signed by our client, not older than a minute. */
function isAllowed(authorization: string | undefined): boolean {
  const [head = '', claims = '', signature = ''] = (authorization ?? '').replace(/^Bearer /, '').split('.');
  const expected = createHmac('sha256', CLIENT_SECRET).update(`${head}.${claims}`).digest('base64url');
  if (signature !== expected) return false;
  const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iss?: string; iat?: number };
  return iss === CLIENT_ID && Math.abs(Date.now() / 1000 - (iat ?? 0)) < 60;
}

const zaakUrl = (uuid: string) => `${base}/zaken/api/v1/zaken/${uuid}`;
const typeUrl = (id: string) => `${base}/catalogi/api/v1/statustypen/${id}`;

function casesOf(number: string | null) {
  const sub = process.env.EVERYBODY ?? testPersons.find((person) => person.number === number)?.sub;
  return list.cases.filter((one) => one.person === sub);
}

function zaakOf({ uuid, identificatie, omschrijving, startdatum, einddatum, ...more }: (typeof list.cases)[number]) {
  return {
    ...{ url: zaakUrl(uuid), uuid, identificatie, omschrijving, startdatum, einddatum },
    ...{ bronorganisatie: '000000000', verantwoordelijkeOrganisatie: '000000000' },
    zaaktype: `${base}/catalogi/api/v1/zaaktypen/${more.zaaktype}`,
    registratiedatum: startdatum,
    einddatumGepland: null,
    uiterlijkeEinddatumAfdoening: more.uiterlijkeEinddatumAfdoening,
    laatstGemuteerd: more.laatstGemuteerd,
    betalingsindicatieWeergave: '',
    ...{ verlenging: null, opschorting: { indicatie: false, reden: '' }, resultaat: null },
    hoofdzaak: more.hoofdzaak ? zaakUrl(more.hoofdzaak) : null,
    ...{ deelzaken: [], eigenschappen: [], rollen: [], zaakinformatieobjecten: [], zaakobjecten: [] },
    status: `${base}/zaken/api/v1/statussen/${uuid}`,
  };
}

function changed(zaak: ReturnType<typeof zaakOf>, mode: string): object {
  if (mode === 'unknown-type' || mode === 'partial') return { ...zaak, startdatum: 'i fjol' };
  if (mode === 'ahead') return { ...zaak, laatstGemuteerd: new Date(Date.now() + 3_600_000).toISOString() };
  return mode === 'wrong-offset' ? { ...zaak, laatstGemuteerd: zaak.laatstGemuteerd.replace('Z', '') } : zaak;
}

function page(results: readonly object[]) {
  return { count: results.length, next: null, previous: null, results };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await control(request, response)) return;
  const { pathname, searchParams } = new URL(request.url ?? '/', base);
  const mode = await misbehave(response);
  if (mode === null) return;
  if (!isAllowed(request.headers.authorization)) return answerJson(response, { code: 'not_authenticated' }, 403);
  const person = 'betrokkeneIdentificatie__natuurlijkPersoon__anpIdentificatie';
  if (pathname === '/zaken/api/v1/zaken') {
    const asked = searchParams.get(`rol__${person}`);
    const found = mode === 'another' ? list.cases.filter((one) => one.person === 'ingrid') : casesOf(asked);
    const zaken = found.map(zaakOf).map((zaak, index) => (index === 0 ? changed(zaak, mode) : zaak));
    // The next page would be another system's, who would get our token.
    const next = mode === 'contradictory' ? { next: 'https://example.org/zaken' } : {};
    return answerJson(response, { ...page(zaken), ...next, ...(mode === 'too-large' ? { padding: tooLarge } : {}) });
  }
  if (pathname === '/zaken/api/v1/zaakinformatieobjecten') {
    const zaak = searchParams.get('zaak');
    const { uuid = '', documents = [] } = list.cases.find((one) => zaakUrl(one.uuid) === zaak) ?? {};
    const objects = documents.map((titel, index) => ({
      ...{ url: `${base}/zaken/api/v1/zaakinformatieobjecten/${uuid}-${index}`, uuid, zaak, titel },
      informatieobject: `${base}/documenten/api/v1/enkelvoudiginformatieobjecten/${uuid}-${index}`,
      registratiedatum: '2026-09-01T08:00:00Z',
    }));
    return answerJson(response, objects);
  }
  if (pathname === '/zaken/api/v1/rollen' && searchParams.has('zaak')) {
    const zaak = searchParams.get('zaak');
    const one = list.cases.find(({ uuid }) => zaakUrl(uuid) === zaak);
    const number = testPersons.find(({ sub }) => sub === one?.person)?.number;
    const roles = one?.roles ?? [['natuurlijk_persoon', 'initiator', '']];
    return answerJson(
      response,
      page(
        roles.map(([betrokkeneType, omschrijvingGeneriek, naam], index) => ({
          ...{ url: `${base}/zaken/api/v1/rollen/${one?.uuid}-${index}`, zaak, betrokkeneType, omschrijvingGeneriek },
          betrokkeneIdentificatie:
            naam !== '' ? { naam } : index === 0 ? { anpIdentificatie: number } : { anpIdentificatie: '190001019802' },
        })),
      ),
    );
  }
  if (pathname === '/zaken/api/v1/rollen') {
    const asked = searchParams.get(person);
    const roles = casesOf(asked).map(({ uuid }) => ({
      ...{ url: `${base}/zaken/api/v1/rollen/${uuid}`, zaak: zaakUrl(uuid), betrokkeneType: 'natuurlijk_persoon' },
      betrokkeneIdentificatie: { anpIdentificatie: asked },
    }));
    return answerJson(response, page(roles));
  }
  if (pathname === '/zaken/api/v1/statussen') {
    const zaak = list.cases.find(({ uuid }) => zaakUrl(uuid) === searchParams.get('zaak'));
    const statuses = (zaak?.statuses ?? []).map((status, index) => ({
      ...{
        url: `${base}/zaken/api/v1/statussen/${zaak?.uuid}-${index}`,
        uuid: zaak?.uuid,
        zaak: searchParams.get('zaak'),
      },
      ...{ statustype: typeUrl(status.type), datumStatusGezet: status.at, statustoelichting: '' },
      ...{ indicatieLaatstGezetteStatus: true, zaakinformatieobjecten: [] },
    }));
    return answerJson(response, page(statuses));
  }
  const one = list.cases.find(({ uuid }) => pathname === new URL(zaakUrl(uuid)).pathname);
  if (one) return answerJson(response, mode === 'ahead' ? changed(zaakOf(one), mode) : zaakOf(one));
  const [, named] = /^\/catalogi\/api\/v1\/zaaktypen\/(.+)$/.exec(pathname) ?? [];
  if (named && mode !== 'no-catalogue') {
    const omschrijving = (list.zaaktypen as Readonly<Record<string, string>>)[decodeURIComponent(named)];
    const words = { omschrijving, doel: omschrijving, onderwerp: omschrijving, indicatieInternOfExtern: 'inkomend' };
    const catalogus = `${base}/catalogi/api/v1/catalogussen/1`;
    if (omschrijving) return answerJson(response, { url: base + pathname, identificatie: named, catalogus, ...words });
  }
  const type = list.types.find(({ id }) => pathname === new URL(typeUrl(id)).pathname);
  if (type) {
    const { id, ...words } = type;
    return answerJson(response, {
      url: typeUrl(id),
      ...words,
      volgnummer: 1,
      ...{ zaaktype: `${base}/catalogi/api/v1/zaaktypen/1`, zaaktypeIdentificatie: '1' },
      ...{ catalogus: `${base}/catalogi/api/v1/catalogussen/1`, eigenschappen: [], zaakobjecttypen: [] },
    });
  }
  answerJson(response, { code: 'not_found' }, 404);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => answerJson(response, { code: String(error) }, 500));
});
endWithParent();
const port = await listen(server, Number(process.env.PORT ?? 0));
const base = `http://127.0.0.1:${port}`;
ready({ url: `${base}/zaken/api/v1` });
