import { join } from 'node:path';
import { registerPorts } from './base-registers.ts';
import { casePushes } from './case-pushes.ts';
import { caseSources } from './case-sources.ts';
import { openIdConnect, openIdConnectSignature } from './connectors/openid-connect/index.ts';
import { makeSftpKeyPair } from './connectors/sftp/index.ts';
import { smtpTransport } from './connectors/smtp/index.ts';
import { webhookCarrier } from './connectors/webhook/index.ts';
import { developmentRoutes } from './development.ts';
import { fileCarriers } from './file-carriers.ts';
import { fileDesks } from './file-desks.ts';
import type { Foundations } from './foundations.ts';
import {
  type FileStore,
  makeClamdScanner,
  makeDataFileIntake,
  makeFileIntake,
  makeFileStore,
  removeUnnamedSchedule,
} from './kernel/files/index.ts';
import type { App, FindSession } from './kernel/http/app-types.ts';
import { type Jobs, startJobs } from './kernel/jobs/runner.ts';
import { on, type Schedule, type Subscription } from './kernel/jobs/subscription.ts';
import { operationsRoutes } from './kernel/operations/routes.tsx';
import { loadParameters } from './kernel/parameters/load-parameters.ts';
import { projectRoot } from './kernel/project-root.ts';
import { type MakeScope, scopeMaker } from './kernel/scope.ts';
import type { RefusalTexts } from './kernel/texts.ts';
import { mandateRegisters, shownRegisters } from './mandate-registers.ts';
import { mandateResources } from './mandate-resources.ts';
import { mandateSubjects } from './mandate-subjects.ts';
import * as approvals from './modules/approvals/index.ts';
import * as baseRegisters from './modules/base-registers/index.ts';
import * as cases from './modules/cases/index.ts';
import * as directory from './modules/directory/index.ts';
import * as exchange from './modules/exchange/index.ts';
import * as identity from './modules/identity/index.ts';
import * as intake from './modules/intake/index.ts';
import * as mailbox from './modules/mailbox/index.ts';
import * as mandates from './modules/mandates/index.ts';
import * as notifications from './modules/notifications/index.ts';
import * as overview from './modules/overview/index.ts';
import * as payments from './modules/payments/index.ts';
import * as payroll from './modules/payroll/index.ts';
import * as services from './modules/services/index.ts';
import * as signing from './modules/signing/index.ts';
import { electronicIdTexts, purposeTexts, refusalTexts } from './wired-texts.ts';

/** The house, joined: what the server, the jobs and the commands are made of. */
export type Wiring = {
  readonly makeScope: MakeScope;
  readonly findSession: FindSession;
  readonly officialAssurance: 'high' | 'substantial';
  readonly refusalTexts: RefusalTexts;
  readonly healthPool: Foundations['pools']['resident'];
  readonly routes: readonly ((app: App) => Promise<void>)[];
  readonly files: FileStore;
  startJobs(): Promise<Jobs>;
  /** Has what has just happened followed up now instead of at the next turn. */
  settle(): void;
};

/** What the server needs of it. */
export type Served = Pick<
  Wiring,
  'makeScope' | 'findSession' | 'officialAssurance' | 'refusalTexts' | 'healthPool' | 'routes'
>;

/** Which implementation answers which port; by hand, so that it can be read. */
export async function makeWiring(foundations: Foundations): Promise<Wiring> {
  const { config, pools, secrets, log } = foundations;
  let jobs: Jobs | undefined;
  const poke = () => jobs?.poke();
  const ports = registerPorts(foundations);
  const registers = baseRegisters.makeRegisters({ secrets, ports });
  const answers = overview.answerCounter(() =>
    makeScope({
      ...{ actor: { kind: 'system', name: 'overview' }, room: 'worker', fence: { authorities: [], parties: [] } },
    }),
  );
  const elsewhere = mandateRegisters(foundations, answers.registerNoticed);
  const follow = { registers, elsewhere, secrets };
  const makeScope = scopeMaker(pools, mandates.mayActBy(config.officialAssurance, follow), poke);

  const parameters = loadParameters(join(projectRoot, 'data/parameters'), config.production);
  const files = makeFileStore(config.filesFolder);
  const scan = config.clamavUrl ? makeClamdScanner(config.clamavUrl) : undefined;
  const takeUpload = makeFileIntake(files, scan);
  const keepDataFile = makeDataFileIntake(files, scan);
  const desks = fileDesks(secrets);
  const payInbox = intake.inboxOf(desks.pay);
  const intakeParts = { targets: [...desks.units.targets, ...desks.pay.targets], files, secrets };

  const engine = payroll.makeEngine(payroll.loadRuleBook(join(projectRoot, 'data/parameters/payroll')));

  const mail = foundations.smtpUrl
    ? smtpTransport({ url: foundations.smtpUrl, from: config.mailFrom })
    : { send: async () => ({ outcome: 'later' as const, detail: 'no mail server is configured' }) };
  const sendTip = notifications.tipSender(mail, { baseUrl: config.baseUrl });
  const verifiedEmail = identity.verifiedEmailFinder(secrets);
  const pushCarrier = webhookCarrier({ production: config.production });
  const limits = identity.usualLimits;
  const electronicId = foundations.oidc && { ...electronicIdTexts, ...foundations.oidc };
  const electronicIds = electronicId
    ? [openIdConnect({ ...electronicId, redirectUri: `${config.baseUrl}/logga-in/svar` })]
    : [];
  const electronicSignature =
    electronicId &&
    openIdConnectSignature({ ...electronicId, redirectUri: `${config.baseUrl}/mina-sidor/signera/svar` });

  const tellers: readonly Subscription[] = [
    on('identity.address-claimed', 'identity.address-mail', identity.addressMailer(secrets, sendTip)),
    on('identity.invited', 'identity.invitation-mail', identity.invitationMailer(secrets, sendTip)),
    ...mailbox.mailboxSubscriptions({
      verifiedEmail: async (scope, party) => (await verifiedEmail(scope, party))?.address ?? null,
      sendTip,
    }),
  ];
  const subscriptions: readonly Subscription[] = [
    ...tellers,
    notifications.againSubscription(tellers),
    services.adoptWhenJoined,
    ...payments.accountSubscriptions,
    ...cases.subscriptions({ files, secrets, baseUrl: config.baseUrl }),
    intake.runSubscription(intakeParts),
    ...mandates.subscriptions,
    ...mandates.noticeSubscriptions(mailbox.deliver),
    ...mandates.paperSubscriptions,
    intake.accountSubscription({ ...intakeParts, send: exchange.send }),
    ...casePushes,
    ...fileCarriers({ files, secrets, pushCarrier, production: config.production }),
    ...payroll.runSubscriptions(engine),
    ...payroll.changeSubscriptions,
    ...payroll.recoverySubscriptions(engine),
    ...payroll.payslipSubscriptions({ files, book: engine.book }),
    ...payroll.reportSubscriptions({ files, reveal: identity.revealer(secrets), production: config.production }),
  ];
  const schedules: readonly Schedule[] = [
    notifications.eraseTipsSchedule,
    baseRegisters.refreshSchedule({ secrets, ports, told: identity.registerFollower(secrets) }),
    baseRegisters.eraseCopiesSchedule,
    identity.forgetExpiredSchedule(limits),
    approvals.expireSchedule,
    exchange.fetchSchedule,
    signing.expireSchedule,
    mandates.followSchedule(follow),
    mandates.dueNoticesSchedule,
    services.eraseDraftsSchedule,
    overview.forgetLastKnownSchedule,
    ...cases.schedules(log),
    removeUnnamedSchedule({
      files,
      log,
      namedBy: [mandates, intake, exchange, services, cases, mailbox, payroll].map(({ namedFiles }) => namedFiles),
    }),
  ];
  const ownNumber = identity.ownNumberFinder(secrets);
  const codes = overview.codeCounter((authority) =>
    makeScope({
      ...{
        actor: { kind: 'system', name: 'overview' },
        room: 'worker',
        fence: { authorities: [authority], parties: [] },
      },
    }),
  );
  const meanings = overview.knownMeanings();
  const sources = caseSources(foundations.caseSystems, ownNumber).map((source) =>
    overview.guarded(overview.mapped(source, { meanings, codes })),
  );
  const lastKnown = overview.lastKnownIn(secrets);

  return {
    makeScope,
    findSession: identity.sessionFinder(pools.resident, secrets, limits),
    officialAssurance: config.officialAssurance,
    refusalTexts,
    healthPool: pools.resident,
    routes: [
      (app) => operationsRoutes(app, { poke }),
      notifications.notificationRoutes,
      baseRegisters.registerRoutes,
      (app) =>
        identity.identityRoutes(app, {
          secrets,
          registers,
          electronicIds,
          limits,
          lowestAssurance: 'low',
          testPersons: !config.production,
          baseUrl: config.baseUrl,
          purposeTexts,
        }),
      (app) => approvals.approvalRoutes(app, { authorityNames: directory.authoritiesByIds }),
      (app) => approvals.approverRoutes(app, { office: directory.officeBySlug, officials: identity.ownOfficials }),
      (app) =>
        signing.signingRoutes(app, {
          ...{ secrets, electronicSignature, baseUrl: config.baseUrl },
          subjects: [mandates.signedMandate],
        }),
      (app) => payments.paymentRoutes(app, { secrets, files }),
      (app) => mailbox.mailboxRoutes(app, { files }),
      mailbox.mailboxApiRoutes,
      (app) =>
        intake.intakeRoutes(app, {
          desk: desks.units,
          ...{ files, secrets, office: directory.officeBySlug, keep: keepDataFile },
          destinations: exchange.destinationsOf,
        }),
      (app) =>
        intake.intakeRoutes(app, {
          desk: desks.pay,
          ...{ files, secrets, office: payroll.payOffice, keep: keepDataFile },
          destinations: (scope, authority) => scope.read((tx) => exchange.loadDestinations(tx, authority)),
        }),
      (app) => intake.intakeForMachines(app, { makeScope, desk: desks.pay }),
      (app) =>
        exchange.arrivalRoutes(app, {
          ...{
            makeScope,
            inbox: payInbox,
            keep: keepDataFile,
            url: '/api/v1/lon/filer',
            right: desks.pay.machines.right,
          },
        }),
      (app) => exchange.pushRoutes(app, { secrets, office: directory.officeBySlug, carrier: pushCarrier }),
      (app) =>
        exchange.exchangeRoutes(app, {
          ...{ secrets, office: directory.officeBySlug, makeKeyPair: makeSftpKeyPair, inbox: payInbox },
          mayReach: pushCarrier.mayReach,
        }),
      (app) =>
        overview.overviewRoutes(app, {
          sources,
          noticed: answers.noticed,
          lastKnown,
          patience: overview.usualPatience,
        }),
      (app) =>
        overview.everybodyRoutes(app, {
          ...{ sources, noticed: answers.noticed, lastKnown, makeScope },
          follow,
        }),
      (app) =>
        overview.calendarRoutes(app, {
          ...{ sources, lastKnown, makeScope, baseUrl: config.baseUrl, newToken: secrets.token },
          overviewUrl: `${config.baseUrl}/mina-sidor/oversikt`,
        }),
      (app) => overview.sourceAnswerRoutes(app, { sources, others: shownRegisters(elsewhere) }),
      (app) => overview.meaningRoutes(app, { sources }),
      (app) => cases.kundhandelserRoutes(app, { makeScope, partyOfNumber: identity.partyOfNumberFinder(secrets) }),
      (app) => overview.machineClientRoutes(app, { newToken: secrets.token }),
      ...(config.production ? [] : developmentRoutes(foundations)),
      (app) =>
        mandates.mandatesRoutes(app, {
          ...{ secrets, testPersons: !config.production, subjects: mandateSubjects },
          ...{ follow, baseUrl: config.baseUrl },
          organisations: { secrets, registers, ownNumber },
        }),
      (app) =>
        mandates.mandatesForMachines(app, {
          ...{ makeScope, secrets, partyOfNumber: identity.partyOfNumberFinder(secrets) },
          tellNumber: identity.numberTeller(secrets),
        }),
      (app) =>
        mandates.decisionRoutes(app, {
          ...{ makeScope, resources: mandateResources, partyOfNumber: identity.partyOfNumberFinder(secrets) },
        }),
      (app) =>
        mandates.paperRoutes(app, {
          ...{ secrets, registers, testPersons: !config.production, subjects: mandateSubjects },
          ...{ files, intake: takeUpload },
        }),
      (app) =>
        cases.casesRoutes(app, {
          ...{ makeScope, files, intake: takeUpload, reveal: identity.revealer(secrets) },
          cosigning: { registers, ownNumber, secrets },
        }),
      (app) => payroll.payrollRoutes(app, { engine, secrets }),
      (app) => payroll.ownPayRoutes(app, { engine }),
      (app) => payroll.reportRoutes(app, { files }),
      payroll.auditRoutes,
      (app) => services.servicesRoutes(app, { intake: takeUpload, files, registers, ownNumber, secrets }),
      (app) => services.operatorServiceRoutes(app, { parameters }),
      (app) =>
        directory.directoryRoutes(app, {
          baseUrl: config.baseUrl,
          inviteAdministrator: identity.administratorInviter(secrets),
          officialsAt: identity.officialsAt,
        }),
    ],
    files,
    async startJobs() {
      jobs = await startJobs({ workerUrl: foundations.urls.worker, makeScope, subscriptions, schedules, log });
      return jobs;
    },
    settle: poke,
  };
}
