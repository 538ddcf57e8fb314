import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { badInput } from '../../../kernel/http/bad-input.ts';
import { keyHeader, machineConfig, machineDoor } from '../../../kernel/machine-clients/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import { isLanguage, type Language } from '../../../kernel/texts.ts';
import type { Desk } from '../desk.ts';
import { reasonText } from '../reason-text.ts';
import type { IntakeTarget, TargetField } from '../target.ts';
import { takeRows } from './take-rows.ts';

export type MachineDesk = Required<Pick<Desk, 'targets' | 'machines'>>;
export type IntakeForMachinesParts = { readonly makeScope: MakeScope; readonly desk: MachineDesk };

const MOST_ROWS = 200;
const Headers = Type.Object({ ...keyHeader, 'accept-language': Type.Optional(Type.String({ maxLength: 200 })) });
const ByKind = Type.Object({ kind: Type.String({ maxLength: 60 }) });
const Rows = Type.Object({
  rows: Type.Array(
    Type.Record(
      Type.String(),
      Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean(), Type.Null()]),
    ),
    { minItems: 1, maxItems: MOST_ROWS, description: 'Each by the names of the fields of its kind; see GET' },
  ),
});
const Told = Type.Object({
  ...{ taken: Type.Integer(), unchanged: Type.Integer(), refused: Type.Integer() },
  rows: Type.Array(
    Type.Object({
      row: Type.Integer({ description: 'From 1, as they were sent' }),
      outcome: Type.Enum(['taken', 'unchanged', 'refused']),
      reasons: Type.Array(
        Type.Object({ reason: Type.String(), field: Type.Optional(Type.String()), text: Type.String() }),
      ),
    }),
  ),
});
const Kinds = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Type.String(),
      fields: Type.Array(
        Type.Object({
          ...{ name: Type.String(), label: Type.String(), type: Type.String(), required: Type.Boolean() },
          key: Type.Boolean({ description: 'Two rows that agree in all of these are about the same' }),
          codes: Type.Optional(Type.Array(Type.String())),
        }),
      ),
    }),
  ),
});

/** A desk's rows from an authority's own systems, by a key with the desk's right: what files bring, without a file. */
export async function intakeForMachines(app: App, { makeScope, desk }: IntakeForMachinesParts): Promise<void> {
  const { targets, machines } = desk;
  const door = { makeScope, right: machines.right };

  app.get(
    machines.url,
    {
      config: machineConfig,
      attachValidation: true,
      schema: { summary: 'Which rows are taken, and their fields', headers: Headers, response: { 200: Kinds } },
    },
    async (request, reply) =>
      machineDoor(request, reply, door, async () => ({
        kinds: targets.map((target) => described(target, languageOf(request.headers['accept-language']))),
      })),
  );

  app.post(
    `${machines.url}/:kind`,
    {
      config: machineConfig,
      attachValidation: true,
      schema: {
        summary: 'Takes rows, each by itself; the same rows once more change nothing',
        ...{ headers: Headers, params: ByKind, body: Rows, response: { 200: Told } },
      },
    },
    async (request, reply) =>
      machineDoor(request, reply, door, async (admitted) => {
        const { kind } = request.params;
        const target = targets.find(({ name }) => name === kind);
        if (!target) throw new Refusal('not-found', 'intake.target.unknown', { name: kind });
        const { rows } = request.body;
        const known = new Set(target.fields.map(({ name }) => name));
        const strange = rows.flatMap((row, n) =>
          Object.keys(row).flatMap((name) => (known.has(name) ? [] : [`/rows/${n}/${escaped(name)}`])),
        );
        if (strange.length > 0) return badInput(request, reply, strange.slice(0, 20));
        const language = languageOf(request.headers['accept-language']);
        const told = await takeRows(
          admitted,
          target,
          rows.map((row) => cellsIn(row, target)),
        );
        const count = (outcome: string) => told.filter((one) => one.outcome === outcome).length;
        return {
          ...{ taken: count('taken'), unchanged: count('unchanged'), refused: count('refused') },
          rows: told.map(({ outcome, reasons }, n) => ({
            ...{ row: n + 1, outcome },
            reasons: reasons.map((one) => ({
              reason: one.reason,
              ...('field' in one ? { field: one.field } : {}),
              text: reasonText(one, target, language),
            })),
          })),
        };
      }),
  );
}

/** As the fields are read: where a code is wanted, `true` is yes. Values may come as the texts that they are made of. */
function cellsIn(row: Readonly<Record<string, string | number | boolean | null>>, { fields }: IntakeTarget) {
  const codes = new Set(fields.flatMap(({ name, type }) => (type === 'code' ? [name] : [])));
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const text = value === null ? '' : String(value);
      return [name, codes.has(name) ? (answers.get(text) ?? text) : text];
    }),
  );
}

const answers: ReadonlyMap<string, string> = new Map([
  ['true', 'yes'],
  ['false', 'no'],
]);

/** RFC 6901; what it is called is cut, so that nothing that was sent by mistake is repeated whole. */
function escaped(name: string): string {
  return name.slice(0, 40).replaceAll('~', '~0').replaceAll('/', '~1');
}

function described({ name: kind, label, fields }: IntakeTarget, language: Language) {
  const field = ({ name, label: called, type, required, key = false, codes }: TargetField) => ({
    ...{ name, label: called[language], type, required, key },
    ...(codes ? { codes: codes.map(({ value }) => value) } : {}),
  });
  return { kind, label: label[language], fields: fields.map(field) };
}

function languageOf(header: string | undefined): Language {
  const tag = header?.slice(0, 2).toLowerCase();
  return isLanguage(tag) ? tag : 'en';
}
