import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

// Suomi.fi-valtuudet, Web API, for a person (`hpa`) and an organisation (`ypa`): kehittajille.suomi.fi, and the agency's samples
// vrk-kpa/roles-auths-web-api-node-client (MIT) and others that are public, read on 2026-11-22.

const Text = (most: number) => Type.String({ minLength: 1, maxLength: most });

const Authorization = Type.Object({ result: Text(40) });
const Session = Type.Object({ sessionId: Text(200), userId: Text(200) });
const Token = Type.Object({ access_token: Text(4_000), expires_in: Type.Optional(Type.Integer({ minimum: 1 })) });
const Principals = Type.Array(Type.Object({ personId: Text(11), name: Type.Optional(Text(255)) }), { maxItems: 100 });

// For an organisation (`ypa`), as City-of-Helsinki/django-helsinki-suomifi-on-behalf (MIT) reads it.
const Organisations = Type.Array(
  Type.Object({
    identifier: Text(20),
    name: Type.Optional(Text(255)),
    roles: Type.Array(Text(1_000), { maxItems: 200 }),
    complete: Type.Optional(Type.Boolean()),
  }),
  { maxItems: 200 },
);

export const shapes = {
  authorization: Compile(Authorization),
  session: Compile(Session),
  token: Compile(Token),
  principals: Compile(Principals),
  organisations: Compile(Organisations),
};
