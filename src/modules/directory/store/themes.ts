import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';

export async function saveTheme(tx: Tx, authority: AuthorityId, css: string, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('directory.theme')
    .values({ authority_id: authority, css, made_at: at })
    .onConflict((conflict) => conflict.column('authority_id').doUpdateSet({ css, made_at: at }))
    .execute();
}

export async function deleteTheme(tx: Tx, authority: AuthorityId): Promise<void> {
  await tx.deleteFrom('directory.theme').where('authority_id', '=', authority).execute();
}

export async function loadThemeBySlug(tx: Tx, slug: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('directory.theme')
    .innerJoin('directory.authority', 'directory.authority.authority_id', 'directory.theme.authority_id')
    .select('css')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.css;
}
