import { expect, test } from 'vitest';
import { testPerson } from '../simulators.ts';
import { begin, fillIn, signIn } from './child-care.ts';
import type { Hands } from './hands.ts';
import { until } from './house.ts';
import { stage } from './stage.ts';
import { tour, tours } from './tour.ts';
import { wordsOf } from './words.ts';

const house = stage();
const words = wordsOf('sv');
const { childCare, services, html, cases, identity, directory } = words;

// The rooms beside the journey: protected persons, the operator, administrators, sign-in, and every other page.

/** Somebody at a browser of their own, signed in on the way to a page. */
async function at(path: string, person: string): Promise<Hands> {
  const hands = await house.hands();
  await hands.open(path);
  await signIn(hands, words, person);
  return hands;
}

async function filedBy(person: string): Promise<{ readonly hands: Hands; readonly number: string }> {
  const hands = await house.hands();
  await begin(hands, words, person);
  await fillIn(hands, words, house.papers.certificate);
  await hands.press(services.summary.send);
  return { hands, number: await hands.reads(/SOT \d{4}-\d{4}/) };
}

test('a protected person’s name and address are shown to the official with that right, and to no other', async () => {
  const { hands, number } = await filedBy('Siv Mattsson');
  const karin = await at('/handlaggning', 'Karin Häggblom');
  await karin.sees(number, cases.queue.protectedPerson);
  const secrets = ['Mattsson', 'Bygatan', '22720 Sottunga', '12 345'];
  const seenByKarin = async () => {
    const page = await karin.tab.locator('main').innerHTML();
    return secrets.filter((secret) => page.includes(secret));
  };
  expect(await seenByKarin()).toEqual([]);
  await karin.follow(number);
  await karin.sees('Personen har skyddade personuppgifter', 'Lämna ärendet till en kollega');
  expect(await seenByKarin()).toEqual([]);
  const list = await karin.tab.request.get('/api/v1/authorities/sottunga/cases');
  expect(await list.text()).toContain(number);
  expect(await list.text()).not.toContain('Mattsson');

  const per = await at('/handlaggning', 'Per Söderholm');
  await per.seesNot('Mattsson');
  await per.follow(number);
  await per.sees('Siv Mattsson', 'Bygatan 2');

  await hands.open('/mina-sidor/logg');
  await hands.sees('Per Söderholm');
  for (const one of [hands, karin, per]) await one.leave();
});

test('an identity number is shown once, for a purpose, and the person reads that it was', async () => {
  const { hands, number } = await filedBy('Anna Sjöblom');
  const karin = await at('/handlaggning', 'Karin Häggblom');
  await karin.follow(number);
  await karin.unfold(cases.office.identityNumber);
  const { tab } = karin;
  // By hand: every other page is searched for identity numbers when it is come to.
  await Promise.all([tab.waitForEvent('load'), tab.getByRole('button', { name: cases.office.reveal }).click()]);
  await karin.sees(testPerson('anna').number);
  expect(tab.url()).not.toContain(testPerson('anna').number);
  await karin.open('/handlaggning');
  await karin.follow(number);
  await hands.open('/mina-sidor/logg');
  await hands.sees(identity.trail.actions['identity.reveal']);
  await hands.leave();
  await karin.leave();
});

test('the operator takes a municipality live', async () => {
  const olle = await at('/drift', 'Olle Nordlund');
  await olle.open('/geta');
  await olle.seesNot(childCare.title);
  await olle.open('/drift/kommuner');
  await olle.write(directory.join.code, '7777');
  await olle.press(directory.join.join);
  await olle.sees(html.errorSummary.heading(1));
  await olle.write(directory.join.code, '065');
  await olle.press(directory.join.join);
  await olle.sees(directory.join.done('Geta'));
  await olle.tab.locator('[data-progress]').waitFor({ state: 'detached' }); // it goes on by itself when services have come
  await olle.tab.waitForLoadState();
  await olle.follow(directory.join.open);
  await olle.sees('Geta', childCare.title);
  await olle.open('/geta/tillganglighet');
  await olle.open('/geta/personuppgifter');
  await olle.leave();
});

test('an administrator chooses colours and contact, and gives and ends a role', async () => {
  const maja = await at('/administration', 'Maja Öhman');
  const { settings } = directory;
  await maja.write(settings.accent, '#ffe600');
  await maja.write(settings.phone, '+358 18 55 123');
  await maja.press(settings.save);
  await maja.sees(html.errorSummary.heading(1));
  expect(await maja.tab.getByLabel(settings.phone).inputValue()).toBe('+358 18 55 123');
  await maja.write(settings.accent, '#7a1f3d');
  await maja.press(settings.save);
  await maja.sees(settings.saved);
  await maja.open('/sottunga');
  await maja.sees('+358 18 55 123');
  const accent = 'getComputedStyle(document.body).getPropertyValue("--ds-color-accent-base-default").trim()';
  expect(await maja.tab.evaluate(accent)).toBe('#7a1f3d');

  await maja.open('/administration/sottunga');
  await maja.follow(settings.roles);
  const { roles } = identity;
  await maja.write(roles.note, 'Johan, vikarie');
  await maja.choose(roles.tasks, roles.taskNames['child-care']);
  await maja.press(roles.submit);
  const link = await maja.tab.getByLabel(roles.linkLabel).inputValue();
  const johan = await house.hands();
  await johan.open(new URL(link).pathname);
  await johan.follow(identity.invitation.signInFirst);
  await signIn(johan, words, 'Johan Berg');
  await johan.press(identity.invitation.accept);
  await johan.sees(identity.invitation.accepted(roles.names['case-officer'], 'Sottunga'));
  await johan.follow(identity.invitation.goOn);
  await johan.sees(cases.queue.title);

  await maja.open('/administration/sottunga/roller');
  await maja.press(new RegExp(`^${roles.end}\\s+Johan Berg`));
  await maja.seesNot('Johan Berg');
  await until('the role has ended', async () => (await johan.tab.request.get('/handlaggning')).status() === 403);
  await johan.open('/handlaggning');
  await maja.leave();
  await johan.leave();
});

test('one sees where one is signed in, and ends it', async () => {
  const first = await at('/mina-sidor', 'Ingrid Karlsson');
  const second = await at('/mina-sidor', 'Ingrid Karlsson');
  const third = await at('/mina-sidor/sessioner', 'Ingrid Karlsson');
  const end = new RegExp(`^${identity.sessions.end}\\s.*Chrome`);
  const others = () => third.tab.getByRole('button', { name: end }).count();
  const many = await others(); // those of the tests before this are among them
  await third.press(end);
  expect(await others()).toBe(many - 1);
  await third.press(identity.sessions.endOthers);
  expect(await others()).toBe(0);
  for (const one of [first, second]) {
    await one.open('/mina-sidor');
    expect(one.tab.url()).toContain('/logga-in?till=');
  }
  for (const one of [first, second, third]) await one.leave();
});

test('an e-ID that is cancelled, slow, failing or away is told calmly, and can be tried again', async () => {
  const hands = await house.hands();
  await hands.open('/mina-sidor');
  await hands.follow(words.signInButton);
  const control = new URL('/control', hands.tab.url()).href;
  const behave = (mode: string) => fetch(control, { method: 'POST', body: JSON.stringify({ mode, delayMs: 300 }) });
  await hands.press('Avbryt');
  await hands.sees(identity.signIn.cancelledTitle);
  await hands.follow(identity.signIn.again);

  await hands.follow(words.signInButton);
  await hands.press('Låt e-legitimationen svara med ett fel');
  await hands.sees('E-legitimationen svarar inte');
  await hands.open('/logga-in?till=/mina-sidor');

  await hands.follow(words.signInButton);
  await behave('failing-token');
  await hands.press(/^Anna Sjöblom/);
  await hands.sees('E-legitimationen svarar inte');

  await behave('slow');
  await hands.open('/logga-in?till=/mina-sidor');
  await signIn(hands, words, 'Anna Sjöblom');
  await behave('normal');
  await hands.sees(cases.home.title);
  await hands.leave();
});

test.each(Object.keys(tours) as (keyof typeof tours)[])(
  'every other page that %s may see is sound, wide in Swedish and narrow in Finnish',
  async (who) => {
    const [wide, narrow] = [await house.hands(), await house.hands({ width: 320, locale: 'fi-FI' })];
    await tour(wide, who, words);
    await tour(narrow, who, wordsOf('fi'));
    await wide.leave();
    await narrow.leave();
  },
);
