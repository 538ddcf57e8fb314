import type { App } from '../../src/kernel/http/app-types.ts';
import { throughEid } from '../eid-browser.ts';

/** What one request was answered with. */
export type Exchange = {
  readonly who: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly type: string;
  readonly body: string;
  readonly bytes: Buffer;
};

type File = { readonly name: string; readonly type: string; readonly content: Buffer | string };
type Typed = Readonly<Record<string, string | File>>;

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decoded = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (found) => entities[found] ?? found);
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found ? decoded(found[1] ?? '') : undefined;
};

/** A browser without scripts that keeps all it has been told: pages, headers, addresses. */
export class Reader {
  readonly #cookies = new Map<string, string>();
  readonly #app: App;
  readonly #seen: Exchange[];
  readonly who: string;

  constructor(app: App, who: string, seen: Exchange[]) {
    this.#app = app;
    this.who = who;
    this.#seen = seen;
  }

  async #ask(method: 'GET' | 'POST', url: string, more: { payload?: Buffer | string; type?: string } = {}) {
    const answer = await this.#app.inject({
      ...{ method, url, headers: { host: '127.0.0.1:3000', ...(more.type ? { 'content-type': more.type } : {}) } },
      cookies: Object.fromEntries(this.#cookies),
      ...(more.payload === undefined ? {} : { payload: more.payload }),
    });
    for (const { name, value } of answer.cookies) this.#cookies.set(name, value);
    const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
    const exchange: Exchange = {
      ...{ who: this.who, method, url, status: answer.statusCode, headers, type: headers['content-type'] ?? '' },
      ...{ body: answer.body, bytes: answer.rawPayload },
    };
    this.#seen.push(exchange);
    return exchange;
  }

  /** What its cookies hold. */
  secrets(): readonly string[] {
    return [...this.#cookies.values()].filter((value) => value.length > 20);
  }

  /** Opens a page, following where it leads. */
  async open(url: string): Promise<Exchange> {
    let answer = await this.#ask('GET', url);
    for (let hops = 0; answer.status === 303 && hops < 5; hops++) answer = await this.#ask('GET', this.#to(answer));
    return answer;
  }

  #to(answer: Exchange): string {
    return answer.headers.location ?? '';
  }

  async signIn(person: string, level: 'high' | 'substantial' | 'low' = 'high'): Promise<void> {
    const start = await this.#ask('GET', '/logga-in/e-legitimation');
    const back = await throughEid(new URL(this.#to(start)), { person, level });
    const done = await this.open(`${back.pathname}${back.search}`);
    if (done.status !== 200) throw new Error(`${person} was not signed in: ${done.status}`);
  }

  /** Signs at the e-ID what a page «Skriv under» shows, and comes back. */
  async sign(page: Exchange, person: string = this.who): Promise<Exchange> {
    const [, link] = /href="([^"]*\/skriv-under)"/.exec(page.body) ?? [];
    if (link === undefined) throw new Error(`${page.url} (${page.status}) has nothing to sign`);
    const start = await this.#ask('GET', link);
    if (start.status !== 303) throw new Error(`${link} led nowhere: ${start.status}`);
    const back = await throughEid(new URL(this.#to(start)), { person });
    return this.open(`${back.pathname}${back.search}`);
  }

  /** Sends exactly these fields beside what the form hides: a name may come more than once. */
  async sendFields(page: Exchange, action: string, typed: readonly (readonly [string, string])[]): Promise<Exchange> {
    const form = formIn(page, action);
    const names = new Set(typed.map(([name]) => name));
    const fields = [...[...fieldsOf(form)].filter(([name]) => !names.has(name)), ...typed];
    const url = attribute(/<form\b[^>]*>/.exec(form)?.[0] ?? '', 'action') ?? page.url;
    const payload = String(new URLSearchParams(fields.map(([name, value]) => [name, value])));
    const answer = await this.#ask('POST', url, { type: 'application/x-www-form-urlencoded', payload });
    return answer.status === 303 ? this.open(this.#to(answer)) : answer;
  }

  /** Posts to an address that the page has no form to, with the token of one that it has. */
  async post(page: Exchange, url: string, typed: Readonly<Record<string, string>> = {}): Promise<Exchange> {
    const token = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
    const payload = String(new URLSearchParams({ _csrf: token, ...typed }));
    return this.#ask('POST', url, { type: 'application/x-www-form-urlencoded', payload });
  }

  /** Sends the form of a page whose address ends so, with all that it holds and what is typed. */
  async send(page: Exchange, action: string | RegExp, typed: Typed = {}): Promise<Exchange> {
    const form = formIn(page, action);
    const tag = /<form\b[^>]*>/.exec(form)?.[0] ?? '';
    const fields = new Map<string, string | File>(fieldsOf(form));
    for (const [name, value] of Object.entries(typed)) fields.set(name, value);
    const url = attribute(tag, 'action') ?? page.url;
    if (attribute(tag, 'method')?.toLowerCase() !== 'post') {
      return this.open(`${url}?${new URLSearchParams([...fields] as [string, string][])}`);
    }
    const many = attribute(tag, 'enctype') === 'multipart/form-data';
    const body = many
      ? await multipart(fields)
      : { payload: String(new URLSearchParams([...fields] as [string, string][])) };
    const answer = await this.#ask('POST', url, { type: 'application/x-www-form-urlencoded', ...body });
    return answer.status === 303 ? this.open(this.#to(answer)) : answer;
  }
}

function formIn(page: Exchange, action: string | RegExp): string {
  const form = [...page.body.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
    .map(([whole]) => whole)
    .find((whole) => {
      const to = attribute(whole, 'action') ?? page.url;
      return typeof action === 'string' ? to.endsWith(action) : action.test(to);
    });
  if (form === undefined) throw new Error(`${page.url} (${page.status}) has no form to ${action}`);
  return form;
}

function* fieldsOf(form: string): Iterable<[string, string]> {
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (!name || type === 'submit' || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && attribute(tag, 'checked') === undefined) continue;
    yield [name, attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : '')];
  }
  for (const [tag, text = ''] of form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, 'name');
    if (name) yield [name, decoded(text)];
  }
}

async function multipart(fields: ReadonlyMap<string, string | File>): Promise<{ payload: Buffer; type: string }> {
  const form = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(Buffer.from(value.content))], { type: value.type }), value.name);
  }
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: form });
  return { payload: Buffer.from(await request.arrayBuffer()), type: request.headers.get('content-type') ?? '' };
}
