import pg from 'pg';
import { breaksConnection, hasSqlState, nameOf } from './statement.ts';
import { fieldTypes } from './values.ts';

type Row = Readonly<Record<string, unknown>>;

/** A statement of a read or a write, with its parameters as they are sent, and whoever waits for its answer. */
export type Asked = {
  readonly text: string;
  readonly values: readonly (string | Buffer | null)[];
  /** The read or write that it belongs to: what one of them asks at once fails together, the failed one first. */
  readonly whole: object;
  /** @param tag what PostgreSQL says that it has done: `SELECT 2`, `INSERT 0 1` */
  answer(rows: readonly Row[], tag: string): void;
  fail(error: unknown): void;
};

/** What is asked at once behind one fence: a short transaction. */
export type Package = { readonly opening: readonly string[]; readonly asked: readonly Asked[] };

/** How a batch ended. */
export type Outcome = {
  /** What has not run, since something before it failed. */
  readonly left: readonly Package[];
  /** Why it ended before its last commit: the connection is in a transaction that has failed, if it is there at all. */
  readonly error: Error | undefined;
  /** Why the connection is not to be used again. */
  readonly broken: Error | undefined;
};

/** How the rows of a statement are read. */
type Shape = { readonly empty: Row; readonly columns: readonly Column[] };
type Column = { readonly name: string; readonly read: (text: string) => unknown };

/** What a connection has been told once: its prepared statements, and what their rows look like. */
type Told = { readonly parsed: Record<string, string>; readonly shapes: Map<string, Shape> };

type Step =
  | (StepOf & { readonly kind: 'opening' | 'commit'; readonly command: string })
  | (StepOf & { readonly kind: 'asked'; readonly asked: Asked });
type StepOf = { readonly from: Package; readonly name: string | undefined };

/** The messages of the extended protocol, as pg writes them; its types name parameters that it does not take. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly (string | Buffer | null)[] }): void;
  describe(message: { type: 'P' }): void;
  execute(): void;
  sync(): void;
};

const shapesOf = new WeakMap<object, Map<string, Shape>>();
const COMMIT = 'commit';

/**
 * Packages of statements that leave in one write with one Sync behind them all, and come back in one: each answer that ends
 * with a Sync of its own is a write of PostgreSQL's and wakes us up. When a statement fails, PostgreSQL skips everything
 * until the Sync; what has not run is handed back to be asked again. A class, and pg's, because pg takes nothing else in
 * pipeline mode.
 */
export class Batch extends pg.Query {
  readonly #packages: readonly Package[];
  readonly #ended: (outcome: Outcome) => void;
  readonly #steps: Step[] = [];
  #told: Told | undefined;
  #at = 0;
  #rows: Row[] = [];
  #shape: Shape | undefined;
  #unreadable: unknown;
  #isOver = false;
  /** The steps at which this batch has made the connection prepare a statement. */
  readonly #prepares: Step[] = [];

  constructor(packages: readonly Package[], ended: (outcome: Outcome) => void) {
    super('');
    this.#packages = packages;
    this.#ended = ended;
  }

  override submit = (connection: pg.Connection): null => {
    const wire = connection as unknown as Wire;
    const shapes = shapesOf.get(connection) ?? new Map<string, Shape>();
    shapesOf.set(connection, shapes);
    this.#told = { parsed: wire.parsedStatements, shapes };
    wire.stream.cork();
    for (const from of this.#packages) {
      for (const text of from.opening) {
        // What names somebody is not worth a prepared statement.
        const name = /\d/.test(text) ? undefined : nameOf(text);
        this.#send(wire, { kind: 'opening', command: text.startsWith('set') ? 'SET' : 'BEGIN', from, name }, text);
      }
      for (const asked of from.asked) {
        this.#send(wire, { kind: 'asked', asked, from, name: nameOf(asked.text) }, asked.text);
      }
      this.#send(wire, { kind: 'commit', command: 'COMMIT', from, name: nameOf(COMMIT) }, COMMIT);
    }
    wire.sync();
    wire.stream.uncork();
    return null;
  };

  #send(wire: Wire, step: Step, text: string): void {
    this.#steps.push(step);
    const { name } = step;
    const statement = name ?? '';
    if (name === undefined || wire.parsedStatements[name] === undefined) {
      wire.parse({ name: statement, text });
      if (name !== undefined) {
        wire.parsedStatements[name] = text;
        this.#prepares.push(step);
      }
    }
    wire.bind({ statement, values: step.kind === 'asked' ? step.asked.values : [] });
    // What the rows look like is told once for each connection; a change of it fails the statement (0A000).
    if (step.kind === 'asked' && !this.#told?.shapes.has(statement)) wire.describe({ type: 'P' });
    wire.execute();
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    this.#shape = shapeOf(fields);
    const step = this.#steps[this.#at];
    if (step?.kind === 'asked' && step.name !== undefined) this.#told?.shapes.set(step.name, this.#shape);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const step = this.#steps[this.#at];
    if (step?.kind !== 'asked') return;
    this.#shape ??= this.#told?.shapes.get(step.name ?? '');
    try {
      this.#rows.push(rowOf(this.#shape, fields));
    } catch (error) {
      this.#unreadable ??= error;
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const step = this.#steps[this.#at];
    if (!step || this.#isOver) return;
    if (step.kind !== 'asked') {
      if (text !== step.command) {
        this.#endWith(new Error(`the fence: ${text} came for ${step.command}`), true);
        return;
      }
    } else if (this.#unreadable === undefined) step.asked.answer(this.#rows, text);
    else step.asked.fail(this.#unreadable);
    this.#at += 1;
    this.#rows = [];
    this.#shape = undefined;
    this.#unreadable = undefined;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  /** Of a statement by the server, or of the connection, which may be lost before anything was sent. */
  handleError(error: Error): void {
    this.#endWith(error, !hasSqlState(error) || (error as { severity?: string }).severity === 'FATAL');
  }

  /** @param isLost nothing more is heard from this connection */
  #endWith(error: Error, isLost: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (!this.#told) {
      for (const { asked } of this.#packages) for (const one of asked) one.fail(error);
      this.#ended({ left: [], error, broken: error });
      return;
    }
    const [step, ...behind] = this.#steps.slice(this.#at);
    // Those behind it were never read; of itself nobody can tell whether it was prepared.
    for (const one of behind) {
      if (one.name !== undefined && this.#prepares.includes(one)) delete this.#told.parsed[one.name];
    }
    const mayBePrepared = step !== undefined && this.#prepares.includes(step);
    const left = new Map<Package, Asked[]>();
    for (const one of step ? [step, ...behind] : []) {
      if (one.kind !== 'asked') continue;
      const failsToo = step?.kind === 'asked' ? one.asked.whole === step.asked.whole : true;
      if (isLost || (one.from === step?.from && failsToo)) one.asked.fail(error);
      else left.set(one.from, [...(left.get(one.from) ?? []), one.asked]);
    }
    this.#ended({
      left: [...left].map(([{ opening }, asked]) => ({ opening, asked })),
      error,
      broken: isLost || mayBePrepared || breaksConnection(error) ? error : undefined,
    });
  }

  handleReadyForQuery(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ended({ left: [], error: undefined, broken: undefined });
  }
}

function shapeOf(fields: readonly pg.FieldDef[]): Shape {
  const columns = fields.map(({ name, dataTypeID }) => ({ name, read: fieldTypes.getTypeParser(dataTypeID, 'text') }));
  return { empty: Object.fromEntries(columns.map(({ name }) => [name, null])), columns };
}

function rowOf(shape: Shape | undefined, fields: readonly (string | null)[]): Row {
  if (!shape) throw new Error('a row that nobody has described');
  const row: Record<string, unknown> = { ...shape.empty };
  for (let index = 0; index < fields.length; index += 1) {
    const text = fields[index];
    const column = shape.columns[index];
    if (column && typeof text === 'string') row[column.name] = column.read(text);
  }
  return row;
}
