import assert from 'node:assert/strict';
import { begin, fillIn, signIn } from './child-care.ts';
import type { Hands } from './hands.ts';
import { until } from './house.ts';
import type { papersIn } from './papers.ts';
import type { Words } from './words.ts';

export type Journey = {
  /** Who applies, as the e-ID names them, and where their tips go. */
  readonly applicant: { readonly name: string; readonly address: string; readonly hands: Hands };
  /** Karin at the joint office. */
  readonly official: Hands;
  readonly words: Words;
  readonly papers: ReturnType<typeof papersIn>;
};

const karin = 'Karin Häggblom';

/** From the front page of Sottunga to a closed case, and the list of who has looked. */
export async function wholeJourney(journey: Journey): Promise<void> {
  const { applicant, official } = journey;
  const number = await apply(journey);
  await takeOver(journey, number);
  await answer(journey);
  const before = await unreadDecisions(journey);
  await decide(journey, number);
  await until('the decision is in the mailbox', async () => (await unreadDecisions(journey)) > before);
  await until('a tip is sent', () => isTipped(journey));
  await readTheTip(journey);
  await readTheDecision(journey);
  await close(journey, number);
  await seeWhoLooked(journey);
  await applicant.hands.leave();
  await official.leave();
}

async function apply({ applicant: { name, hands }, words, papers }: Journey): Promise<string> {
  const { cases, services } = words;
  await begin(hands, words, name);
  await fillIn(hands, words, papers.certificate);
  await hands.sees('Bygatan 2');
  await hands.press(services.summary.send);

  const number = await hands.reads(/SOT \d{4}-\d{4}/);
  const receipt = await hands.download(cases.own.receiptPdf);
  assert.equal(receipt.name, `${cases.receipt.documentTitle} ${number}.pdf`);
  assertPdf(receipt.content);
  return number;
}

/** One queue over all municipalities; the case is there, is opened, taken, and a question asked. */
async function takeOver({ official, applicant, words }: Journey, number: string): Promise<void> {
  const { cases, childCare } = words;
  await official.open('/handlaggning');
  await signIn(official, words, karin);
  if (words.language === 'fi') await official.follow('Suomi'); // she reads Swedish by habit
  await official.sees('Sottunga');
  await official.follow(number);
  await official.sees(applicant.name);
  await official.sees(childCare['situation.option.working']);
  await official.press(cases.office.assignToMe);
  await official.unfold(cases.office.ask);
  await official.write(cases.office.askText, 'Vilken dag börjar du arbeta igen?');
  await official.press(cases.office.askButton);
  await official.sees(cases.phaseForOffice['waiting-applicant']);
}

async function answer({ applicant: { hands }, words, papers }: Journey): Promise<void> {
  const { cases, childCare } = words;
  await hands.open('/mina-sidor');
  await hands.follow(cases.home.answer(childCare.title));
  await hands.sees('Vilken dag börjar du arbeta igen?');
  await hands.follow(cases.own.answerButton);
  await hands.write(cases.complete.text, 'Den första mars.');
  await hands.attach(cases.complete.files, papers.sketch);
  await hands.press(cases.complete.send);
  await hands.sees('Den första mars.');
}

async function decide({ official, words }: Journey, number: string): Promise<void> {
  const { cases, childCare } = words;
  await official.open('/handlaggning');
  await official.follow(number);
  await official.sees('skiss.pdf');
  await official.unfold(cases.office.decide);
  await official.choose(cases.office.decisionKind, childCare['decision.grant']);
  await official.write(cases.office.reasons, 'Det finns en plats på Sottunga daghem från den första mars.');
  await official.press(cases.office.decideButton);
  await official.sees('landskapslagen (2020:32) om barnomsorg och grundskola', childCare['appeal.ax']);
}

/** The tip says from whom, and never what. */
async function readTheTip({ applicant: { hands, address }, words }: Journey): Promise<void> {
  await hands.open('/utveckling/utskick');
  const { subject } = words.mail.newMessage('Sottunga', '', '');
  await hands.sees(subject, address);
  await hands.seesNot(words.childCare.title, 'SOT ', words.childCare['decision.grant'], 'Elsa', 'daghem');
}

async function readTheDecision({ applicant: { hands }, words }: Journey): Promise<void> {
  const { cases, childCare, mailbox } = words;
  await hands.open('/mina-sidor/meddelanden');
  await hands.follow(`${mailbox.inbox.unread}: ${cases.letter.decision(childCare.title)}`);
  await hands.sees('Det finns en plats på Sottunga daghem');
  const letter = await hands.download(new RegExp(RegExp.escape(cases.letter.decisionFile)));
  assertPdf(letter.content);
  await hands.follow(mailbox.message.toCase);
  await hands.sees(childCare['decision.grant'], childCare['appeal.ax']);
  await hands.open('/mina-sidor');
  await hands.sees(cases.phase.available);
}

async function close({ official, words }: Journey, number: string): Promise<void> {
  const { cases } = words;
  await official.open('/handlaggning');
  await official.follow(number);
  await official.press(cases.office.closeButton);
  await official.follow(cases.office.backToQueue);
  await official.follow(cases.queue.closed);
  await official.sees(number);
}

async function seeWhoLooked({ applicant: { hands }, words }: Journey): Promise<void> {
  const { identity, html } = words;
  await hands.open('/mina-sidor/uppgifter');
  await hands.follow(identity.details.trail);
  const { actions, bases } = identity.trail;
  await hands.sees(karin, actions['case.read'], actions['case.decide'], bases.agreement);
  await hands.press(html.header.signOut);
  await hands.open('/mina-sidor/logg');
  assert.match(hands.tab.url(), /\/logga-in\?till=/);
}

/** Not of all that is unread: the question may come to the mailbox as late as the decision. */
async function unreadDecisions({
  applicant: { hands },
  words: { cases, childCare, mailbox },
}: Journey): Promise<number> {
  const page = await (await hands.tab.request.get('/mina-sidor/meddelanden')).text();
  const decision = cases.letter.decision(childCare.title);
  return page.split('<li').filter((one) => one.includes(mailbox.inbox.unread) && one.includes(decision)).length;
}

async function isTipped({ applicant: { hands, address }, words }: Journey): Promise<boolean> {
  const page = await (await hands.tab.request.get('/utveckling/utskick')).text();
  return page.includes(address) && page.includes(words.mail.newMessage('Sottunga', '', '').subject);
}

function assertPdf(content: Buffer): void {
  assert.equal(content.subarray(0, 8).toString(), '%PDF-1.7');
}
