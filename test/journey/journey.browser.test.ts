import { expect, test } from 'vitest';
import { cosignTexts } from '../../src/modules/cases/cosign-texts/index.ts';
import { texts as signingTexts } from '../../src/modules/signing/texts/index.ts';
import { begin, signIn, someday } from './child-care.ts';
import type { Hands, Look } from './hands.ts';
import { until } from './house.ts';
import { stage } from './stage.ts';
import { wholeJourney } from './whole-journey.ts';
import { wordsOf } from './words.ts';

const house = stage();
const swedish = wordsOf('sv');
const anna = { name: 'Anna Sjöblom', address: 'anna.sjoblom@example.org' };
const aino = { name: 'Aino Korhonen', address: 'aino.korhonen@example.org' };

test.each<[string, 'sv' | 'fi', typeof anna, Look]>([
  ['with a mouse', 'sv', anna, {}],
  ['with a keyboard alone', 'sv', anna, { keyboard: true }],
  ['without scripts, in Finnish, 320 px wide', 'fi', aino, { scripts: false, width: 320, locale: 'fi-FI' }],
])(
  'an application is made, decided, read and closed %s',
  { timeout: 900_000 }, // a hundred pages, on a machine that may be busy
  async (_how, language, person, look) => {
    const [hands, official] = await Promise.all([house.hands(look), house.hands(look)]);
    const applicant = { ...person, hands };
    await wholeJourney({ applicant, official, words: wordsOf(language), papers: house.papers });
  },
);

test('shared custody: one chooses the child and applies, the other guardian signs, and then there is a case', {
  timeout: 900_000,
}, async () => {
  const { childCare, services, cases, html } = swedish;
  const t = services.cosign;
  const [hands, mikael, official] = await Promise.all([
    house.hands(),
    house.hands({ width: 320, scripts: false }),
    house.hands(),
  ]);
  await begin(hands, swedish, anna.name);
  await heard(hands, 'Emil Sjöblom');
  await hands.choose(services.family.choose, 'Emil Sjöblom');
  await hands.press(services.family.take);
  await picture(hands, 'chosen');
  await hands.writeDay(childCare['children.start'], html.field, someday.add({ months: 3 }));
  await hands.write(childCare['children.hours'], '30');
  await hands.press(services.fill.next);
  await hands.choose(childCare.situation, childCare['situation.option.seeking']);
  await hands.choose(childCare.wantsCall, html.field.no);
  for (const _page of ['need', 'household', 'contact']) await hands.press(services.fill.next);
  await heard(hands, t.before('Mikael Sjöblom'));
  await hands.sees(t.before('Mikael Sjöblom'), childCare['children.registered'], childCare.addressRegistered);
  await picture(hands, 'summary');
  await hands.press(t.send);
  await hands.sees(t.lead('Mikael Sjöblom'));
  await picture(hands, 'waiting');
  await hands.open('/mina-sidor');
  await hands.sees(cosignTexts.sv.home.waiting(childCare.title));
  await picture(hands, 'home');

  await mikael.open('/mina-sidor');
  await signIn(mikael, swedish, 'Mikael Sjöblom');
  await mikael.follow(cases.home.sign(cosignTexts.sv.toSign.title(childCare.title, anna.name)));
  await mikael.sees('Emil Sjöblom', 'Storängsvägen 4');
  await picture(mikael, 'to-sign');
  await mikael.follow(signingTexts.sv.page.sign);
  await mikael.press(/Mikael Sjöblom/);
  await mikael.sees(signingTexts.sv.page.thanks);
  const list = '/mina-sidor/arenden';
  await until('it is a case of both', async () => {
    return (await (await mikael.tab.request.get(list)).text()).includes(`${list}/sottunga/`);
  });
  await mikael.open(list);
  await mikael.follow(new RegExp(childCare.title));
  await mikael.sees(cosignTexts.sv.signatures.title);
  await mikael.sees(cases.own.answersTogether, cases.own.applicant(anna.name));
  await picture(mikael, 'own-case');
  const number = await mikael.reads(/SOT \d{4}-\d{4}/);

  await official.open('/handlaggning');
  await signIn(official, swedish, 'Karin Häggblom');
  await official.follow(number);
  await official.sees('Mikael Sjöblom, skrev under', cosignTexts.sv.signatures.verified);
  await picture(official, 'office');
  for (const one of [hands, mikael, official]) await one.leave();
});

/** What the population register says is on the page. A busy machine may make it late: then the page is opened again. */
async function heard({ tab, open }: Hands, text: string): Promise<void> {
  const isHeard = async () => (await tab.locator('main').innerText()).includes(text);
  if (await isHeard()) return;
  await until(`the register says ${text}`, async () => {
    await open(tab.url());
    return isHeard();
  });
}

async function picture({ tab }: Hands, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  const own = tab.viewportSize() ?? { width: 1280, height: 900 };
  for (const width of [1280, 320]) {
    await tab.setViewportSize({ ...own, width });
    await tab.screenshot({ path: `${folder}/cosign-${name}-${width}.png`, fullPage: true });
  }
  await tab.setViewportSize(own);
}

test('what is somebody else’s looks the same as what is not there', async () => {
  // Anna has cases and messages from the journeys.
  const hands = await house.hands();
  await begin(hands, swedish, anna.name);
  const draft = new URL(hands.tab.url()).pathname;
  await hands.open('/mina-sidor/arenden');
  const own =
    (await hands.tab.locator('main a[href*="/mina-sidor/arenden/sottunga/"]').first().getAttribute('href')) ?? '';
  await hands.open('/mina-sidor/meddelanden');
  const message =
    (await hands.tab.locator('main a[href*="/mina-sidor/meddelanden/"]').first().getAttribute('href')) ?? '';

  const erik = await house.hands();
  await erik.open('/mina-sidor');
  await signIn(erik, swedish, 'Erik Lindqvist');
  for (const path of [draft, own, `${own}/kvitto`, `${own}/kvitto.pdf`, message]) {
    const missing = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '018f0000-0000-7000-8000-000000000000');
    const [theirs, nobodys] = await Promise.all([path, missing].map((one) => told(erik, one)));
    expect(theirs).toEqual(nobodys);
    expect(theirs?.status).toBe(404);
  }
  await erik.open(own);
  await hands.leave();
  await erik.leave();
});

async function told({ tab }: Hands, path: string): Promise<{ status: number; page: string }> {
  const answer = await tab.request.get(path);
  const page = (await answer.text())
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .replace(/name="_csrf" value="[^"]*"/g, '');
  return { status: answer.status(), page };
}
