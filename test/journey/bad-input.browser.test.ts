import { expect, test } from 'vitest';
import { begin, fillIn, signIn, someday, writeAddress, writeChild } from './child-care.ts';
import type { Hands } from './hands.ts';
import { stage } from './stage.ts';
import { wordsOf } from './words.ts';

const house = stage();
const words = wordsOf('sv');
const { childCare, services, html, cases } = words;
const anna = 'Anna Sjöblom';
const next = services.fill.next;

// What bad input gets, as a browser meets it.

test('a field error stands at its field and in the summary, and all else is kept', async () => {
  const hands = await house.hands();
  await begin(hands, words, anna);
  await writeChild(hands, words, 'Elsa');
  await hands.write(childCare['children.hours'], 'många');
  await hands.writeDay(childCare['children.born'], html.field, someday.add({ days: 3 }));
  await hands.press(next);
  expect(await hands.tab.title()).toMatch(/^Fel: /);
  await hands.sees(html.errorSummary.heading(2), childCare['children.born.check']);
  await followErrors(hands, 2);
  expect(await hands.tab.getByLabel(childCare['children.name']).inputValue()).toBe('Elsa');
  expect(await hands.tab.getByLabel(childCare['children.hours']).inputValue()).toBe('många');

  await writeChild(hands, words, 'Elsa');
  await hands.press(next);
  await hands.press(next); // nothing is answered
  await followErrors(hands, 1);
  await hands.choose(childCare.shared, html.field.yes);
  await hands.press(next); // two questions have come into view, and a third page knows nothing of it
  await hands.press(next);
  await followErrors(hands, 2);
  await hands.leave();
});

test('an address that is half written is told part by part', async () => {
  const hands = await house.hands();
  await begin(hands, words, anna);
  const contact = hands.tab.url().replace(/children$/, 'contact');
  await hands.open(contact);
  // the population register has filled it in
  for (const part of ['street', 'postalCode', 'city'] as const) await hands.write(services.fill[part], '');
  await hands.press(next);
  await followErrors(hands, 1);
  await writeAddress(hands, words);
  await hands.write(services.fill.postalCode, 'AX-227');
  await hands.write(services.fill.city, '');
  await hands.press(next);
  await followErrors(hands, 2);
  expect(await hands.tab.getByLabel(services.fill.street).inputValue()).toBe('Bygatan 2');
  expect(await hands.tab.getByLabel(services.fill.postalCode).inputValue()).toBe('AX-227');
  await hands.leave();
});

test('a draft is left, found on the first page of one’s own, gone on with, and thrown away', async () => {
  const hands = await house.hands();
  await begin(hands, words, 'Johan Berg');
  await hands.write(childCare['children.name'], 'Ida');
  await hands.press(services.fill.save);
  await hands.sees(services.start.saved);
  await hands.press(html.header.signOut);

  await hands.open('/mina-sidor');
  await signIn(hands, words, 'Johan Berg');
  await hands.follow(cases.home.draft(childCare.title));
  expect(await hands.tab.getByLabel(childCare['children.name']).inputValue()).toBe('Ida');
  await hands.open('/sottunga/tjanster/barnomsorgsplats');
  await hands.unfold(services.start.remove);
  await hands.press(new RegExp(`^${services.start.removeNow}`));
  await hands.sees(services.start.removed);
  await hands.open('/mina-sidor');
  await hands.seesNot(childCare.title);
  await hands.leave();
});

test('files that are false, empty or too large are refused by their names, and the right one is kept', async () => {
  const { papers } = house;
  const hands = await house.hands();
  await begin(hands, words, anna);
  await hands.open(hands.tab.url().replace(/children$/, 'need'));
  await hands.choose(childCare.situation, childCare['situation.option.working']);
  await hands.choose(childCare.wantsCall, html.field.no);
  await hands.press(next);
  await hands.press(next);
  await hands.attach(childCare.certificate, papers.certificate, papers.notAPdf, papers.empty);
  await hands.press(next);
  await hands.sees('semester.pdf:', 'tom.pdf:', 'intyg.pdf');
  expect(await hands.tab.getByRole('link', { name: 'intyg.pdf' }).count()).toBe(1);
  await hands.attach(childCare.certificate, papers.tooLarge);
  await hands.press(next);
  await hands.sees('film.pdf:');
  expect(await hands.tab.getByRole('link', { name: 'intyg.pdf' }).count()).toBe(1);
  await hands.press(new RegExp(`^${html.file.remove} `));
  expect(await hands.tab.getByRole('link', { name: 'intyg.pdf' }).count()).toBe(0);
  await hands.leave();
});

test('what is sent twice is one case, and what was changed in another tab is not sent unread', async () => {
  const hands = await house.hands();
  await begin(hands, words, 'Ingrid Karlsson'); // who has no case from before
  await fillIn(hands, words, house.papers.certificate);
  const again = await hands.another();
  await again.open(hands.tab.url());

  const editing = await hands.another();
  await editing.open(hands.tab.url());
  await editing.follow(new RegExp(`^${html.summary.change}\\s+${childCare['page.contact']}`));
  await editing.write(services.fill.street, 'Norra vägen 9');
  await editing.press(next);
  await hands.press(services.summary.send);
  await hands.sees(services.summary.changed, 'Norra vägen 9');

  await again.open(hands.tab.url());
  await Promise.all([hands.press(services.summary.send), again.press(services.summary.send)]);
  const number = await hands.reads(/SOT \d{4}-\d{4}/);
  await again.sees(number);
  await hands.open('/mina-sidor/arenden');
  expect(await hands.tab.getByText(/SOT \d{4}-\d{4}/).count()).toBe(1);
  await hands.leave();
});

test('a page that another tab has saved meanwhile says what is saved now, and loses nothing', async () => {
  const hands = await house.hands();
  await begin(hands, words, anna);
  const again = await hands.another();
  await again.open(hands.tab.url());
  await writeChild(hands, words, 'Elsa');
  await hands.press(next);
  await writeChild(again, words, 'Ida');
  await again.press(next);
  await again.sees(services.stale.title, 'Elsa');
  expect(await again.tab.getByLabel(childCare['children.name']).inputValue()).toBe('Ida');
  await again.press(next);
  await again.sees(childCare.shared);
  await hands.leave();
});

test('an official who comes second is told what has happened, and keeps the text', async () => {
  const hands = await house.hands();
  await begin(hands, words, 'Johan Berg');
  await fillIn(hands, words, house.papers.certificate);
  await hands.press(services.summary.send);
  const number = await hands.reads(/SOT \d{4}-\d{4}/);

  const karin = await house.hands();
  await karin.open('/handlaggning');
  await signIn(karin, words, 'Karin Häggblom');
  await karin.follow(number);
  const per = await house.hands();
  await per.open('/handlaggning');
  await signIn(per, words, 'Per Söderholm');
  await per.follow(number);
  await per.press(cases.office.assignToMe);

  await karin.unfold(cases.office.note);
  await karin.write(cases.office.note, 'Ringde daghemmet.');
  await karin.press(cases.office.noteButton);
  await karin.sees(cases.office.change, cases.happened.assigned('Per Söderholm'));
  expect(await karin.tab.getByRole('textbox', { name: cases.office.note }).inputValue()).toBe('Ringde daghemmet.');
  await karin.press(cases.office.noteButton);
  await karin.sees(cases.office.done, 'Ringde daghemmet.');
  for (const one of [hands, karin, per]) await one.leave();
});

/** Follows each link of the error summary, and sees that it leads into a field that can be mended. */
async function followErrors({ tab }: Hands, count: number): Promise<void> {
  const links = await tab.locator('#fel a').all();
  expect(links).toHaveLength(count);
  for (const link of links) {
    const field = decodeURIComponent(((await link.getAttribute('href')) ?? '').slice(1));
    await link.click();
    const at = await tab.evaluate<string>('document.activeElement.id');
    expect(at === field || at.startsWith(`${field}.`) || at.startsWith(`${field}-`), `${field} leads to ${at}`).toBe(
      true,
    );
  }
}
