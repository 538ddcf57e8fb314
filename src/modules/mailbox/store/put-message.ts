import type { Tx } from '../../../kernel/database/connection.ts';
import type { Letter, Sender } from '../message.ts';

/** @returns false when the message already lies there */
export async function insertMessage(tx: Tx, letter: Letter, sender: Sender, at: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mailbox.message')
    .values({
      party_id: letter.party,
      message_id: letter.message,
      authority_id: letter.authority,
      sender_name: sender.name,
      sender_country: sender.country,
      kind: letter.kind,
      language: letter.language,
      subject: letter.subject,
      body: letter.body,
      case_authority_id: letter.caseRef?.authority ?? null,
      case_id: letter.caseRef?.case ?? null,
      case_number: letter.caseRef?.number ?? null,
      mandate_id: letter.mandate ?? null,
      payslip_run_id: letter.payslip ?? null,
      attachments: letter.attachments?.length ?? 0,
      delivered_at: at,
      opened_at: null,
    })
    .onConflict((conflict) => conflict.columns(['party_id', 'message_id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function insertAttachments(tx: Tx, letter: Letter): Promise<void> {
  const rows = (letter.attachments ?? []).map(({ file, name, mediaType }, index) => ({
    party_id: letter.party,
    message_id: letter.message,
    number: index + 1,
    digest: file,
    name,
    media_type: mediaType,
  }));
  if (rows.length > 0) await tx.insertInto('mailbox.attachment').values(rows).execute();
}
