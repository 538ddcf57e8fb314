import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { badInput } from '../../../kernel/http/bad-input.ts';
import { keyHeader, type MachineRight, machineConfig, machineDoor } from '../../../kernel/machine-clients/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import { arrivalNamed, arrivalsAt } from '../store/arrivals.ts';
import type { Arrival, Became } from './arrival.ts';
import { type ReceiveParts, receive } from './receive.ts';

export type ArrivalParts = ReceiveParts & {
  readonly makeScope: MakeScope;
  /** Of the pages for machines; below it stand a place's files by name. */
  readonly url: string;
  readonly right: MachineRight;
};

const PAGE = 100;
const Headers = Type.Object({
  ...keyHeader,
  'content-digest': Type.Optional(
    Type.String({ maxLength: 200, description: 'sha-256=:…: (RFC 9530); needed to send' }),
  ),
});
const AtPlace = Type.Object({ place: Type.String({ format: 'uuid' }) });
const Named = Type.Object({ ...AtPlace.properties, name: Type.String({ minLength: 1, maxLength: 200 }) });
const Receipt = Type.Object({
  ...{ name: Type.String(), size: Type.Integer(), sha256: Type.String(), at: Type.String() },
  state: Type.String({ description: 'reading, taking, settled or refused' }),
  rows: Type.Object({
    ...{ taken: Type.Integer(), unchanged: Type.Integer(), quarantined: Type.Integer(), waiting: Type.Integer() },
  }),
});
const List = Type.Object({ files: Type.Array(Receipt) });
const After = Type.Object({ after: Type.String({ maxLength: 200, default: '' }) });

/** Files in from other systems: sent by name with their digest, and looked at by the same name. */
export async function arrivalRoutes(outer: App, { makeScope, url, right, ...parts }: ArrivalParts): Promise<void> {
  const door = { makeScope, right };
  const { inbox } = parts;
  await outer.register(async (app: App) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload)); // read once, as it comes

    app.put(
      `${url}/:place/:name`,
      {
        config: machineConfig,
        attachValidation: true,
        schema: {
          summary: 'Sends a file, as it is; the same once more answers the same receipt',
          ...{ headers: Headers, params: Named, response: { 200: Receipt, 201: Receipt } },
        },
      },
      async (request, reply) =>
        machineDoor(request, reply, door, async ({ client, scope }) => {
          const sha256 = digestIn(request.headers['content-digest']);
          const content = contentOf(request);
          if (sha256 === null || content === null) return badInput(request, reply, ['/headers/content-digest']);
          const { place, name } = request.params;
          const from = { origin: 'machine', originName: client.name } as const;
          const at = { authority: client.authority, place };
          const { arrival, again } = await receive(scope, parts, at, { name, sha256, content }, from);
          const became = await scope.read((tx) => inbox.becameOf(tx, client.authority, [arrival.file]));
          return reply.status(again ? 200 : 201).send(receiptOf(arrival, became));
        }),
    );

    app.get(
      `${url}/:place/:name`,
      {
        config: machineConfig,
        attachValidation: true,
        schema: {
          summary: 'What we have under a name, and what became of its rows',
          ...{ headers: Headers, params: Named, response: { 200: Receipt } },
        },
      },
      async (request, reply) =>
        machineDoor(request, reply, door, async ({ client: { authority }, scope }) => {
          const { place, name } = request.params;
          return scope.read(async (tx) => {
            const arrival = await arrivalNamed(tx, { authority, place }, name);
            if (!arrival) throw new Refusal('not-found', 'exchange.arrival.place');
            return receiptOf(arrival, await inbox.becameOf(tx, authority, [arrival.file]));
          });
        }),
    );

    app.get(
      `${url}/:place`,
      {
        config: machineConfig,
        attachValidation: true,
        schema: {
          summary: `What we have, by name, at most ${PAGE} at a time: to compare with what was sent`,
          ...{ headers: Headers, params: AtPlace, querystring: After, response: { 200: List } },
        },
      },
      async (request, reply) =>
        machineDoor(request, reply, door, async ({ client: { authority }, scope }) => {
          const at = { authority, place: request.params.place };
          return scope.read(async (tx) => {
            const arrivals = await arrivalsAt(tx, at, request.query.after, PAGE);
            const became = await inbox.becameOf(
              tx,
              authority,
              arrivals.map(({ file }) => file),
            );
            return { files: arrivals.map((one) => receiptOf(one, became)) };
          });
        }),
    );
  });
}

function receiptOf({ name, size, digest, at, file }: Arrival, became: ReadonlyMap<string, Became>) {
  const { state = 'reading', taken = 0, unchanged = 0, quarantined = 0, waiting = 0 } = became.get(file) ?? {};
  return { name, size, sha256: digest, at: at.toString(), state, rows: { taken, unchanged, quarantined, waiting } };
}

/** `sha-256=:…:` among what RFC 9530 lets stand there, as hex. */
function digestIn(header: unknown): string | null {
  if (typeof header !== 'string') return null;
  const [, base64] = /(?:^|[,\s])sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header) ?? [];
  return base64 === undefined ? null : Buffer.from(base64, 'base64').toString('hex');
}

function contentOf({ body }: FastifyRequest): AsyncIterable<Uint8Array> | null {
  const content: unknown = body;
  const isStream = typeof content === 'object' && content !== null && Symbol.asyncIterator in content;
  return isStream ? (content as AsyncIterable<Uint8Array>) : null;
}
