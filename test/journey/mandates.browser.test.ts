import { expect, test } from 'vitest';
import suggestion from '../../services/forslag.json' with { type: 'json' };
import type { Language } from '../../src/kernel/texts.ts';
import { texts as mandateTexts } from '../../src/modules/mandates/texts/index.ts';
import { useTextsOf } from '../../src/modules/mandates/use-texts/index.ts';
import { writeTexts } from '../../src/modules/mandates/write-texts/index.ts';
import { texts as signingTexts } from '../../src/modules/signing/texts/index.ts';
import { testPerson } from '../simulators.ts';
import { signIn } from './child-care.ts';
import type { Hands, Look } from './hands.ts';
import { until } from './house.ts';
import { stage } from './stage.ts';
import { wordsOf } from './words.ts';

// Mandates at a browser: given, signed at the e-ID, used, and taken back. Every page that is come to is looked at.

const house = stage();
const mandates = '/mina-sidor/fullmakter';
const choose = '/mina-sidor/valj';
const firm = 'Sottunga Provturism Ab';
const openMandate = { sv: 'Öppna fullmakten', fi: 'Avaa valtuutus', en: 'Open the mandate' };

/** Signed in, and reading the language from there on. */
async function at(person: string, language: Language = 'sv', look: Look = {}): Promise<Hands> {
  const hands = await house.hands(look);
  await hands.open('/mina-sidor');
  await signIn(hands, wordsOf(look.locale ? language : 'sv'), person);
  if (language !== 'sv') await hands.open(`/sprak/${language}?till=${mandates}`);
  return hands;
}

/** Where one chooses for whom to act. A busy machine may make a register late: then it is asked again. */
async function heard(hands: Hands): Promise<void> {
  const silent = /kunde inte frågas|ei vastannut nyt|could not be asked/;
  await until('the registers have answered', async () => {
    return !silent.test(await (await hands.tab.request.get(choose)).text());
  });
  await hands.open(choose);
}

/** Signs what the page shows, at the e-ID, and goes on to the mandate. */
async function sign(hands: Hands, person: string, language: Language): Promise<void> {
  await hands.follow(signingTexts[language].page.sign);
  await hands.press(new RegExp(person));
  await hands.sees(signingTexts[language].page.thanks);
  await hands.follow(openMandate[language]);
}

async function picture({ tab }: Hands, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  const width = tab.viewportSize()?.width;
  if (folder) await tab.screenshot({ path: `${folder}/mandate-${name}-${width}.png`, fullPage: true });
}

async function banner(hands: Hands): Promise<string> {
  return hands.tab.locator('.al-acting').innerText();
}

async function allowAll(hands: Hands, language: Language): Promise<void> {
  const t = mandateTexts[language].create;
  await hands.choose(t.level, t.levels.active);
  await hands.choose(t.passOn, wordsOf(language).html.field.no);
  await hands.press(t.next);
}

/** Makes a suggestion to Sottunga, in whosever name the pages are. */
async function suggest(hands: Hands, language: Language, heading: string): Promise<void> {
  const { services, html } = wordsOf(language);
  const t = suggestion.texts[language];
  await hands.open('/sottunga/tjanster/forslag');
  await hands.press(new RegExp(`^(${services.start.begin}|${services.start.beginNew})$`));
  await hands.choose(t.area, t['area.option.other']);
  await hands.write(t.heading, heading);
  await hands.write(t.text, 'Det finns ingen.');
  await hands.press(services.fill.next);
  await hands.choose(t.wantsAnswer, html.field.no);
  await hands.press(services.fill.next);
  await hands.press(services.summary.send);
}

test('one gives a mandate, the other files by it and is seen, and it is revoked while the page is open', async () => {
  const t = mandateTexts.sv;
  const [anna, erik] = [await at('Anna Sjöblom'), await at('Erik Lindqvist')];
  await anna.open(`${mandates}/ny`);
  await anna.follow(t.create.template.everything);
  await anna.press(t.create.next);
  await picture(anna, 'faults');
  const { country, number, name } = testPerson('erik');
  const first = writeTexts.sv.person(1);
  await anna.write(t.create.name, name, first);
  await anna.choose(t.create.country, t.create.countries[country]);
  await anna.write(t.create.number, number, first);
  await allowAll(anna, 'sv');
  await anna.sees('Ansöka, svara och komplettera hos alla myndigheter.', t.words.noPassOn);
  await picture(anna, 'preview');
  await anna.press(t.preview.sign);
  await sign(anna, 'Anna Sjöblom', 'sv');
  await anna.sees(t.state.active, useTextsOf.sv.none);
  const mandate = anna.tab.url();

  await heard(erik);
  await erik.press(/^Agera för\s+Anna Sjöblom/);
  expect(await banner(erik)).toContain('Du agerar för Anna Sjöblom.');
  await suggest(erik, 'sv', 'En bänk vid bryggan');
  expect(await banner(erik)).toContain('Anna Sjöblom');

  await anna.open('/mina-sidor/arenden');
  await anna.sees(suggestion.texts.sv.title);
  await anna.open(mandate);
  await anna.sees(useTextsOf.sv.actions['service.file'], 'Erik Lindqvist');
  await picture(anna, 'used');

  const open = await erik.another();
  await open.open('/mina-sidor/arenden');
  await open.sees(suggestion.texts.sv.title);
  await anna.press(t.mandate.revoke);
  await anna.sees(writeTexts.sv.receipt.heading.revoked);
  const { content } = await anna.download(writeTexts.sv.receipt.pdf);
  expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  // What was open shows no more: the next click is refused, and says why.
  await open.follow('Meddelanden');
  await open.sees('Fullmakten är återkallad');
  expect(await banner(open)).toContain('Du kan inte längre agera för Anna Sjöblom.');
  await picture(open, 'refused');
  await erik.press('Fortsätt som dig själv');
  await erik.open('/mina-sidor/arenden');
  await erik.seesNot(suggestion.texts.sv.title);
  for (const one of [anna, erik, open]) await one.leave();
});

test('who signs for a company with others is told so, they sign jointly, and then one of them files for it; in Finnish at 320 px', async () => {
  const t = mandateTexts.fi;
  const w = writeTexts.fi;
  const narrow = { width: 320, locale: 'fi-FI' };
  const [anna, johan] = [await at('Anna Sjöblom', 'fi', narrow), await at('Johan Berg', 'fi', narrow)];
  await heard(anna);
  await anna.sees(w.together.title, 'Et voi asioida yksin', 'Maja Öhman', 'Johan Berg');
  await picture(anna, 'together');
  await anna.follow(w.together.write(firm));
  await anna.follow(t.create.template.everything);
  await anna.choose(w.toMe.label, w.toMe.yes);
  await anna.choose(w.signers, 'Johan Berg');
  await picture(anna, 'to-me');
  await allowAll(anna, 'fi');
  await anna.sees(firm, 'Anna Sjöblom');
  await anna.press(t.preview.sign);
  await sign(anna, 'Anna Sjöblom', 'fi');
  await anna.sees(t.awaits.others);
  await picture(anna, 'joint-awaits');
  await johan.open('/mina-sidor/signera');
  await johan.follow(/Anna Sjöblom/);
  await sign(johan, 'Johan Berg', 'fi');
  await johan.sees(t.state.active);

  await heard(anna);
  await anna.press(new RegExp(firm));
  expect(await banner(anna)).toContain(firm);
  await suggest(anna, 'fi', 'Opasteet satamaan');
  expect(await banner(anna)).toContain(firm);
  await johan.open('/mina-sidor/arenden');
  await johan.seesNot('Opasteet satamaan');
  for (const one of [anna, johan]) await one.leave();
});

test('a parent acts for a child and a signatory for a company, in English, and each page says so', async () => {
  const [anna, erik] = [await at('Anna Sjöblom', 'en'), await at('Erik Lindqvist', 'en')];
  await heard(anna);
  await anna.press(/Elsa/);
  expect(await banner(anna)).toContain('Elsa');
  await anna.open('/mina-sidor/arenden');
  expect(await banner(anna)).toContain('Elsa');
  await anna.seesNot(suggestion.texts.sv.title);
  await heard(erik);
  await erik.press(/Lindqvist Provsnickeri AB/);
  await erik.open(mandates);
  expect(await banner(erik)).toContain('Lindqvist Provsnickeri AB');
  for (const one of [anna, erik]) await one.leave();
});
