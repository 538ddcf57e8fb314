import { Type } from 'typebox';
import { renderDocument } from '../../kernel/documents/index.ts';
import { downloadDisposition, safeFileName } from '../../kernel/files/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import { actOnMandate, mandateIdIn, ownMandate } from './change-mandate.ts';
import { type ChooseParts, chooseRoutes } from './choose-routes.tsx';
import { mandateListRoutes } from './list-routes.tsx';
import { mandatesHref } from './mandates-href.ts';
import { actOfPath, MandatePage } from './pages/mandate.tsx';
import { ReceiptPage } from './pages/receipt.tsx';
import { receiptDocument, receiptOf } from './receipt.ts';
import { loadSigningId } from './store.ts';
import { takeInSigning } from './take-in-signing.ts';
import { usesFor } from './uses.ts';
import { type WriteParts, writeRoutes } from './write-routes.tsx';
import { writeTexts } from './write-texts/index.ts';

export type MandatesParts = WriteParts & ChooseParts;

const config = { room: 'resident' } as const;
const ById = Type.Object({ mandate: Type.String({ maxLength: 36 }) });

function personIn({ actor }: Scope): PartyId | null {
  return actor.kind === 'person' ? actor.party : null;
}

/** «Mina fullmakter»: giving, seeing, revoking; and choosing for whom one acts. */
export async function mandatesRoutes(app: App, parts: MandatesParts): Promise<void> {
  await mandateListRoutes(app, parts.follow);
  await writeRoutes(app, { ...parts, registers: parts.follow.registers });
  await chooseRoutes(app, parts);

  app.get(`${mandatesHref}/:mandate`, { config, schema: { params: ById } }, async (request, reply) => {
    const { scope } = request;
    const id = mandateIdIn(request.params.mandate);
    await ownMandate(scope, id);
    await takeInSigning(scope, id); // who comes back from the e-ID finds it signed
    const { mandate, stream } = await ownMandate(scope, id);
    const signing = await scope.read((tx) => loadSigningId(tx, id));
    return reply.page(
      <MandatePage
        mandate={mandate}
        stream={stream}
        signing={signing}
        reader={scope.principal ?? ('' as never)}
        me={personIn(scope)}
        now={scope.now}
        uses={await usesFor(scope, mandate)}
        registrar={mandate.paper && (await authorityById(scope, mandate.paper.authority)).name}
      />,
    );
  });

  app.post(
    `${mandatesHref}/:mandate/:act`,
    { config, schema: { params: Type.Object({ mandate: Type.String({ maxLength: 36 }), act: Type.String() }) } },
    async (request, reply) => {
      const act = actOfPath(request.params.act);
      if (!act) throw new Refusal('not-found', 'mandates.not-found');
      const { mandate } = await actOnMandate(request.scope, mandateIdIn(request.params.mandate), act);
      return reply.seeOther(`${mandatesHref}/${mandate.id}/kvitto`);
    },
  );

  app.get(`${mandatesHref}/:mandate/kvitto`, { config, schema: { params: ById } }, async (request, reply) => {
    const known = await ownMandate(request.scope, mandateIdIn(request.params.mandate));
    return reply.page(<ReceiptPage receipt={receiptOf(known)} />);
  });

  app.get(`${mandatesHref}/:mandate/kvitto.pdf`, { config, schema: { params: ById } }, async (request, reply) => {
    const { language } = request;
    const receipt = receiptOf(await ownMandate(request.scope, mandateIdIn(request.params.mandate)));
    const content = await renderDocument(receiptDocument(receipt, language));
    const name = safeFileName(`${writeTexts[language].receipt.title} ${receipt.mandate.id}.pdf`, 'application/pdf');
    return reply.type('application/pdf').header('content-disposition', downloadDisposition(name)).send(content);
  });
}
