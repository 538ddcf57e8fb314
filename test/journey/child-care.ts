import type { Hands } from './hands.ts';
import type { Words } from './words.ts';

/** Through the e-ID, as one of its made-up persons. */
export async function signIn(hands: Hands, words: Words, person: string): Promise<void> {
  await hands.follow(words.signInButton);
  await hands.press(new RegExp(`^${person}`));
}

export const someday = Temporal.Now.plainDateISO();

/** The first page, with one child. */
export async function writeChild(hands: Hands, { childCare, html }: Words, name = 'Elsa'): Promise<void> {
  await hands.write(childCare['children.name'], name);
  await hands.writeDay(childCare['children.born'], html.field, someday.subtract({ years: 2, months: 3 }));
  await hands.writeDay(childCare['children.start'], html.field, someday.add({ months: 3 }));
  await hands.write(childCare['children.hours'], '30');
}

/** From the first page to the summary. */
export async function fillIn(hands: Hands, words: Words, certificate: string, name?: string): Promise<void> {
  const { childCare, services, html } = words;
  const next = () => hands.press(services.fill.next);
  await writeChild(hands, words, name);
  await next();
  await hands.choose(childCare.shared, html.field.no);
  await next();
  await hands.choose(childCare.situation, childCare['situation.option.working']);
  await hands.write(childCare.about, 'Vi bor längst ut på östra sidan.');
  await hands.choose(childCare.wantsCall, html.field.no);
  await next();
  await hands.write(childCare.income, '3 450,50');
  await next();
  await hands.sees(childCare.fee); // it has come into view
  await next();
  await hands.attach(childCare.certificate, certificate);
  await next();
  await writeAddress(hands, words);
  await next();
}

export async function writeAddress(hands: Hands, { childCare, services }: Words): Promise<void> {
  await hands.write(services.fill.street, 'Bygatan 2');
  await hands.write(services.fill.postalCode, '22720');
  await hands.write(services.fill.city, 'Sottunga');
  await hands.write(childCare.phone, '+358 18 12 345');
}

/** From the front page of Sottunga to the first page of the application, signed in on the way. */
export async function begin(hands: Hands, words: Words, person: string): Promise<void> {
  await hands.open('/sottunga');
  await hands.follow(words.childCare.title);
  await hands.follow(words.services.start.signIn);
  await signIn(hands, words, person);
  await hands.press(new RegExp(`^(${words.services.start.begin}|${words.services.start.beginNew})$`));
}
