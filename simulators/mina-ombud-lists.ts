import type { ServerResponse } from 'node:http';
import type { Mode } from './mandate-behaviour.ts';
import { type MandateThere, mandatesThere, momentOf, signed, typOf } from './mina-ombud-mandates.ts';
import { answerJson } from './program.ts';

type Identity = { readonly id: string };
export type SearchAsked = {
  readonly tredjeman?: readonly string[];
  readonly fullmaktsgivare?: Identity;
  readonly fullmaktshavare?: Identity;
  readonly page?: { readonly page?: number; readonly size?: number };
};

const named = (id: string, namn: string) => ({ id, typ: typOf(id), namn });
const roleOf = ({ givare }: MandateThere) => (typOf(givare) === 'orgnr' ? 'ORGANISATION' : 'PRIVAT');

/** `POST …/sok/fullmakter`, version 2: all that somebody has given, or holds, unsigned. */
export function searchMandates(asked: SearchAsked, mode: Mode, response: ServerResponse): void {
  const found = mandatesThere().filter(
    (one) =>
      (asked.tredjeman ?? [one.tredjeman]).includes(one.tredjeman) &&
      (!asked.fullmaktsgivare || one.givare === asked.fullmaktsgivare.id) &&
      (!asked.fullmaktshavare || one.havare === asked.fullmaktshavare.id),
  );
  const { page = 0, size = 20 } = asked.page ?? {};
  answerJson(response, {
    fullmakter: found.slice(page * size, (page + 1) * size).map((one) => ({
      ...{ id: one.id, tredjeman: one.tredjeman, rubrik: one.rubrik, referensnummer: one.referensnummer },
      ...{ fullmaktsgivare: named(one.givare, one.namn), fullmaktsgivarroll: roleOf(one) },
      ...{ fullmaktshavare: [named(one.havare, one.havareNamn)], giltigFrom: one.giltigFrom },
    })),
    page: { size, number: page, totalElements: found.length, totalPages: Math.ceil(found.length / size) },
    ...(mode === 'partial' ? { problem: { [asked.tredjeman?.[0] ?? '']: { title: 'down', status: 503 } } } : {}),
  });
}

/** `GET …/tredjeman/NUMBER/fullmakter/ID`: one of them, signed. */
export async function oneMandate(thirdParty: string, id: string, mode: Mode, response: ServerResponse): Promise<void> {
  const one = mandatesThere().find((mandate) => mandate.tredjeman === thirdParty && mandate.id === id);
  if (!one) return answerJson(response, { message: 'not found' }, 404);
  const another = mode === 'another';
  const fullmakt = {
    ...{ id: one.id, rubrik: one.rubrik, beskrivning: one.rubrik, tredjeman: { id: thirdParty, namn: 'Sundsvall' } },
    ...{ giltigFrom: one.giltigFrom, giltigTom: mode === 'contradictory' ? '2000-01-01' : one.giltigTom },
    ...{ transportfullmakt: false, fullmaktsgivarroll: roleOf(one) },
    fullmaktsgivare: another ? named('197911239817', 'Någon Annan') : named(one.givare, one.namn),
    fullmaktshavare: [another ? named('197911239817', 'Någon Annan') : named(one.havare, one.havareNamn)],
    behorigheter: [
      {
        behorighetsobjekt: {
          ...{ kod: one.kod, rubrik: one.kodRubrik },
          typer: [{ typ: mode === 'unknown-type' ? 'total' : one.typ, rubrik: one.typ }],
        },
      },
    ],
  };
  const whole = {
    ...{ fullmakt, svarstidpunkt: momentOf(mode) },
    metadata: { referensnummer: one.referensnummer, aterkallad: one.aterkallad && { tidpunkt: one.aterkallad } },
  };
  answerJson(response, await signed(whole, mode, { fullmakt: { ...fullmakt, giltigTom: '2099-12-31' } }));
}
