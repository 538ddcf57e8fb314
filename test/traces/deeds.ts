import { newId } from '../../src/kernel/ids.ts';
import type { Exchange, Reader } from './reader.ts';

const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';

export function paper(name: string) {
  return { name, type: 'application/pdf', content: pdf };
}

function day(name: string, date: Temporal.PlainDate): Record<string, string> {
  return {
    [`${name}-day`]: String(date.day),
    [`${name}-month`]: String(date.month),
    [`${name}-year`]: String(date.year),
  };
}
const today = Temporal.Now.plainDateISO();

export type Applied = {
  readonly child: string;
  readonly street: string;
  readonly phone: string;
  readonly file: string;
};

/** Fills in an application for child care in Sottunga, page by page, and sends it. @returns its page among one's own */
export async function applyForChildCare(reader: Reader, { child, street, phone, file }: Applied): Promise<string> {
  let page = await reader.send(await reader.open('/sottunga/tjanster/barnomsorgsplats'), '/ansok');
  for (const [name, typed] of Object.entries({
    children: {
      ...{ 'children.0.name': child, 'children.0.hours': '30' },
      ...day('children.0.born', today.subtract({ years: 2 })),
      ...day('children.0.start', today.add({ months: 3 })),
    },
    custody: { shared: 'no' },
    need: { situation: 'working', about: 'Vi bor längst ut.', wantsCall: 'yes' },
    household: { income: '3 450,50' },
    certificate: { certificate: paper(file) },
    contact: { 'address.street': street, 'address.postalCode': '22720', 'address.city': 'Sottunga', phone },
  })) {
    page = await reader.send(page, `/${name}`, typed);
    if (page.url.includes(`/${name}#`)) page = await reader.send(page, `/${name}`); // it shows something reckoned first
  }
  const sent = await reader.send(page, '/skicka');
  const [href] = /\/mina-sidor\/arenden\/sottunga\/[0-9a-f-]{36}/.exec(sent.url) ?? [];
  if (!href) throw new Error(`the application led to ${sent.url}, ${sent.status}`);
  return href;
}

/** An official's form on the page of a case. */
export async function act(reader: Reader, desk: string, form: string, typed: Record<string, string> = {}) {
  const answer = await reader.send(await reader.open(desk), `${desk}/${form}`, {
    transaction: newId<string>(),
    ...typed,
  });
  if (answer.status !== 200) throw new Error(`${form} was answered ${answer.status}`);
  return answer;
}

export const inAWeek = day('answerBy', today.add({ days: 7 }));

const worthwhile = /^\/(sottunga|mina-sidor|handlaggning|administration|drift|api|utveckling\/utskick)/;

/** Opens whatever these pages lead to, forms aside, until there is nothing new. */
export async function lookAround(reader: Reader, from: readonly string[]): Promise<void> {
  const known = new Set<string>();
  const waiting = [...from];
  for (let next = waiting.shift(); next !== undefined && known.size < 200; next = waiting.shift()) {
    if (known.has(next) || !worthwhile.test(next)) continue;
    known.add(next);
    waiting.push(...linksOf(await reader.open(next)));
  }
}

function linksOf(page: Exchange): string[] {
  if (!page.type.includes('html')) return [];
  return [...page.body.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `http://127.0.0.1:3000${page.url}`))
    .filter((url) => url.host === '127.0.0.1:3000')
    .map((url) => url.pathname + url.search);
}
