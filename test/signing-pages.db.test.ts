import { beforeEach, describe, expect, test } from 'vitest';
import { newId, type SigningId } from '../src/kernel/ids.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { expireSchedule, signingState, withdraw } from '../src/modules/signing/index.ts';
import { database } from './database.ts';
import { signingHouse } from './signing-house.ts';

const db = database(mayActBy('high'));
const house = signingHouse(db);
const { asked, get, post, sign, signatures, toEidAndBack, control, partyOf } = house;
const page = (id: SigningId) => `/mina-sidor/signera/${id}`;

beforeEach(() => control('normal'));

async function isUntouched(id: SigningId): Promise<void> {
  expect(await signatures(id)).toEqual([]);
}

describe('signing', () => {
  test('two sign through the e-ID, and it is done; each sees it, with evidence that is verified', async () => {
    const id = await asked();
    const before = await get('anna', page(id));
    for (const text of ['Det här skriver du under', 'läsa meddelanden', 'Erik', 'Skriv under med e-legitimation']) {
      expect(before.body).toContain(text);
    }
    expect(await sign('anna', id)).toMatchObject({ status: 303, to: `${page(id)}?nyss=skrev-under` });
    const after = await get('anna', `${page(id)}?nyss=skrev-under`);
    for (const text of ['Du har skrivit under', 'Nu väntar det på de andra', 'Kontrollerat nu']) {
      expect(after.body).toContain(text);
    }
    expect((await get('erik', page(id))).body).toContain('Du skriver under för Aino Korhonen');
    expect(await sign('erik', id)).toMatchObject({ status: 303 });
    expect((await get('erik', page(id))).body).toContain('Underskrivet av alla');
    expect(await signatures(id)).toEqual([{ place: 1 }, { place: 2 }]);
    const events = await db.sql<{ kind: string }>(
      `select kind from kernel.outbox where body->>'signing' = $1 order by event_id`,
      [id],
    );
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['signing.requested', 'signing.signed', 'signing.signed', 'signing.completed'],
    ]);
    const log = await db.sql(
      `select party_id from kernel.audit_line where action = 'signing.sign' and resource->>'signing' = $1`,
      [id],
    );
    expect(log).toHaveLength(3); // Anna, Erik, and Aino for whom he signed
  });

  test('in order, the second waits for the first', async () => {
    const id = await asked({ inOrder: true });
    expect((await get('erik', page(id))).body).toContain('Det är inte din tur än');
    expect((await get('erik', `${page(id)}/skriv-under`)).statusCode).toBe(409);
    await sign('anna', id);
    expect(await sign('erik', id)).toMatchObject({ status: 303 });
    expect(await signatures(id)).toHaveLength(2);
  });

  test('a link from another site leads to the page that says what is signed', async () => {
    const id = await asked();
    const answer = await get('anna', `${page(id)}/skriv-under`, { 'sec-fetch-site': 'cross-site' });
    expect(answer.headers.location).toBe(page(id));
  });

  test('who cancels has signed nothing, and may try again', async () => {
    const id = await asked();
    expect(await sign('anna', id, { outcome: 'cancel' })).toMatchObject({ to: `${page(id)}?nyss=avbrot` });
    expect((await get('anna', `${page(id)}?nyss=avbrot`)).body).toContain('Inget är underskrivet');
    await isUntouched(id);
    expect(await sign('anna', id)).toMatchObject({ status: 303 });
  });

  test('a refusal needs a reason, keeps what was written, and ends it for all', async () => {
    const id = await asked();
    expect((await post('erik', page(id), `${page(id)}/neka`)).statusCode).toBe(422);
    const long = 'x'.repeat(501);
    expect((await post('erik', page(id), `${page(id)}/neka`, { reason: long })).body).toContain(long);
    await post('erik', page(id), `${page(id)}/neka`, { reason: '<b>Nej</b>' });
    const shown = await get('anna', page(id));
    expect(shown.body).toContain('&lt;b>Nej');
    expect(shown.body).not.toContain('<b>Nej');
    expect((await get('anna', `${page(id)}/skriv-under`)).statusCode).toBe(409);
  });

  test('the list parts what awaits me, what awaits others, and what is done', async () => {
    const { body } = await get('aino', '/mina-sidor/signera');
    expect(body).toContain('Väntar på andra');
    expect(body).toContain('Fullmakt för post');
    expect((await get('anna', '/mina-sidor/signera')).body).toContain('Någon sade nej');
  });
});

describe('an e-ID that fails, or lies', () => {
  test('that fails: nothing is signed, and the page says whose fault it is', async () => {
    const id = await asked();
    const failed = await sign('anna', id, { outcome: 'fail' });
    expect(failed).toMatchObject({ status: 503 });
    expect(failed.body).toContain('E-legitimationen svarar inte');
    const path = await toEidAndBack('anna', id, { person: 'anna' });
    await control('failing-token');
    expect((await get('anna', path)).statusCode).toBe(503);
    await control('failing');
    expect((await get('anna', `${page(id)}/skriv-under`)).statusCode).toBe(503);
    await isUntouched(id);
  });

  test.each(['signs-other-data', 'signs-other-words', 'signs-as-another', 'signs-with-another-key', 'signs-nothing'])(
    'that %s is not believed',
    async (mode) => {
      const id = await asked();
      await control(mode);
      const answer = await sign('anna', id);
      expect(answer).toMatchObject({ status: 409 });
      expect(answer.body).toContain('Underskriften kunde inte tas emot');
      await isUntouched(id);
    },
  );

  test('that hands out a signature on another document, given a moment ago, is not believed', async () => {
    const other = await asked();
    await sign('anna', other);
    const id = await asked();
    await control('signs-as-before');
    expect(await sign('anna', id)).toMatchObject({ status: 409 });
    await isUntouched(id);
  });
});

describe('swapped, replayed and late', () => {
  test('somebody else signs at the e-ID: refused, and nobody new is made of them', async () => {
    const id = await asked();
    const [before] = await db.sql<{ n: number }>('select count(*)::int as n from identity.party');
    const answer = await sign('anna', id, { person: 'karin' });
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.body).toContain('Någon annan skrev under');
    expect(await db.sql('select count(*)::int as n from identity.party')).toEqual([before]);
    await isUntouched(id);
  });

  test('another signer of the same document does not sign in my session', async () => {
    const id = await asked();
    expect(await sign('anna', id, { person: 'erik' })).toMatchObject({ status: 403 });
    await isUntouched(id);
  });

  test('an e-ID that is not sure enough does not sign, nor does a weak session', async () => {
    const id = await asked();
    expect(await sign('anna', id, { person: 'anna', level: 'low' })).toMatchObject({ status: 403 });
    expect((await get('anna-low', `${page(id)}/skriv-under`)).statusCode).toBe(403);
    await isUntouched(id);
  });

  test('an answer is taken once', async () => {
    const id = await asked();
    const path = await toEidAndBack('anna', id, { person: 'anna' });
    expect((await get('anna', path)).statusCode).toBe(303);
    expect((await get('anna', path)).statusCode).toBe(409);
    expect(await signatures(id)).toHaveLength(1);
  });

  test('an answer to another person’s question, and to another session of mine, is refused', async () => {
    const id = await asked();
    const path = await toEidAndBack('anna', id, { person: 'anna' });
    expect((await get('erik', path)).statusCode).toBe(409);
    expect((await get('anna-2', path)).statusCode).toBe(409);
    await isUntouched(id);
  });

  test('the code of one answer with the state of another is refused', async () => {
    const [first, second] = [await asked(), await asked()];
    const one = new URL(await toEidAndBack('anna', first, { person: 'anna' }), 'http://x');
    const two = new URL(await toEidAndBack('anna', second, { person: 'anna' }), 'http://x');
    two.searchParams.set('code', one.searchParams.get('code') ?? '');
    expect((await get('anna', two.pathname + two.search)).statusCode).toBe(409);
    await isUntouched(first);
    await isUntouched(second);
  });

  test.each(['', '?state=x&code=y', '?code=y', '?error=access_denied'])(
    'an answer that is made up (%s) is refused',
    async (query) => {
      expect((await get('anna', `/mina-sidor/signera/svar${query}`)).statusCode).toBe(409);
    },
  );

  test('an answer that comes after fifteen minutes is refused', async () => {
    const id = await asked();
    const path = await toEidAndBack('anna', id, { person: 'anna' });
    await db.sql("update signing.attempt set expires_at = now() - interval '1 second'");
    expect((await get('anna', path)).statusCode).toBe(409);
    await isUntouched(id);
  });

  test('who is at the e-ID when it is withdrawn, refused, or too late, signs nothing', async () => {
    const parties = [partyOf('anna'), partyOf('erik'), partyOf('aino')];
    const worker = house.worker(parties);
    const withdrawn = await asked();
    const path = await toEidAndBack('erik', withdrawn, { person: 'erik' });
    await worker.write((tx) => withdraw(worker, tx, withdrawn));
    const late = await get('erik', path);
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('tagit tillbaka');

    const refused = await asked();
    const toRefused = await toEidAndBack('anna', refused, { person: 'anna' });
    await post('erik', page(refused), `${page(refused)}/neka`, { reason: 'Nej' });
    expect((await get('anna', toRefused)).statusCode).toBe(409);

    const past = await asked();
    const toPast = await toEidAndBack('anna', past, { person: 'anna' });
    await db.sql(`update signing.signing set deadline = now() - interval '1 second' where signing_id = $1`, [past]);
    expect((await get('anna', toPast)).body).toContain('Tiden har gått ut');
    for (const id of [withdrawn, refused, past]) await isUntouched(id);
  });

  test('the same person from two visits to the e-ID at once signs once', async () => {
    const id = await asked();
    const paths = [
      await toEidAndBack('anna', id, { person: 'anna' }),
      await toEidAndBack('anna-2', id, { person: 'anna' }),
    ];
    const answers = await Promise.all([get('anna', paths[0] ?? ''), get('anna-2', paths[1] ?? '')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    expect(await signatures(id)).toEqual([{ place: 1 }]);
  });

  test('two who sign at once both get it kept, and of one who signs and one who refuses one is told', async () => {
    const id = await asked();
    const paths = [
      await toEidAndBack('anna', id, { person: 'anna' }),
      await toEidAndBack('erik', id, { person: 'erik' }),
    ];
    const answers = await Promise.all([get('anna', paths[0] ?? ''), get('erik', paths[1] ?? '')]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await signingState(house.worker([partyOf('anna')]), id)).toMatchObject({ state: 'completed' });

    const other = await asked();
    const path = await toEidAndBack('anna', other, { person: 'anna' });
    const [signed, refused] = await Promise.all([
      get('anna', path),
      post('erik', page(other), `${page(other)}/neka`, { reason: 'Nej' }),
    ]);
    const { state } = await signingState(house.worker([partyOf('anna')]), other);
    expect(state).toBe('refused');
    expect(refused.statusCode).toBe(303);
    expect([303, 409]).toContain(signed.statusCode);
  });

  test('the clock tells of a deadline once, also while somebody is at the e-ID', async () => {
    const id = await asked();
    await db.sql(`update signing.signing set deadline = now() - interval '1 second' where signing_id = $1`, [id]);
    await Promise.all([expireSchedule.run(house.worker([])), expireSchedule.run(house.worker([]))]);
    const told = await db.sql(`select from kernel.outbox where kind = 'signing.expired' and body->>'signing' = $1`, [
      id,
    ]);
    expect(told).toHaveLength(1);
  });
});

describe('altered', () => {
  test('a document that has been changed in the database is neither shown nor signed; the list lives', async () => {
    const id = await asked();
    const path = await toEidAndBack('erik', id, { person: 'erik' });
    await db.sql(
      `update signing.signing set document = replace(document, 'inte svara', 'svara') where signing_id = $1`,
      [id],
    );
    for (const url of [page(id), `${page(id)}/skriv-under`, `${page(id)}/bevis.json`, path]) {
      const answer = await get('erik', url);
      expect(answer.statusCode, url).toBe(409);
      expect(answer.body).toContain('Dokumentet har ändrats');
    }
    expect((await get('erik', '/mina-sidor/signera')).statusCode).toBe(200);
    await isUntouched(id);
  });

  test('one changed with its digest is told from what was signed', async () => {
    const id = await asked();
    await sign('anna', id);
    await db.sql(
      `update signing.signing set document = replace(document, 'inte svara', 'svara'),
        document_sha256 = encode(sha256(convert_to(replace(document, 'inte svara', 'svara'), 'utf8')), 'hex')
       where signing_id = $1`,
      [id],
    );
    expect((await get('anna', page(id))).body).toContain('Beviset kunde inte bekräftas');
  });

  test('a signature that is moved from another signing is told', async () => {
    const [from, to] = [await asked(), await asked()];
    await sign('anna', from);
    await db.sql(
      `insert into signing.event select $2, seq, kind, at, by_party, parties, body from signing.event
       where signing_id = $1 and kind = 'signed'`,
      [from, to],
    );
    expect((await get('erik', page(to))).body).toContain('Beviset kunde inte bekräftas');
  });
});

describe('who may see it', () => {
  test('another’s, one that is not there and nonsense are the same 404', async () => {
    const erik = partyOf('erik');
    const id = await asked({ signers: [{ party: erik }] });
    for (const one of [id, newId<SigningId>(), 'nonsense']) {
      for (const url of [
        page(one as SigningId),
        `${page(one as SigningId)}/skriv-under`,
        `${page(one as SigningId)}/bevis.json`,
      ]) {
        expect((await get('aino', url)).statusCode, url).toBe(404);
      }
      for (const act of ['neka', 'ta-tillbaka']) {
        const answer = await post('aino', '/mina-sidor/signera', `${page(one as SigningId)}/${act}`, { reason: 'x' });
        expect([403, 404], act).toContain(answer.statusCode);
      }
    }
  });

  test('the keys are published to anybody, without their private half', async () => {
    const answer = await get('', '/.well-known/jwks.json');
    expect(answer.headers['content-type']).toContain('application/jwk-set+json');
    const { keys } = answer.json();
    expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256' });
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  test('a co-signer’s file holds no identity number; one’s own holds one’s own only', async () => {
    const id = await asked();
    await sign('anna', id);
    const theirs = (await get('erik', `${page(id)}/bevis.json`)).json();
    expect(theirs.signatures[0]).not.toHaveProperty('token');
    const mine = (await get('anna', `${page(id)}/bevis.json`)).json();
    expect(mine.signatures[0].token.split('.')).toHaveLength(3);
    expect(JSON.stringify(theirs)).not.toContain('140388-942J');
  });
});
