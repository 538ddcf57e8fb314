import { useTexts } from '../../../kernel/html/index.ts';
import type { SigningId } from '../../../kernel/ids.ts';
import { listTexts } from '../list-texts/index.ts';
import type { Mandate } from '../mandate.ts';

export type SourceProps = {
  readonly mandate: Mandate;
  readonly signing: SigningId | null;
  /** Only who has signed it, or is to, finds the signing. */
  readonly signs: boolean;
  /** What the authority is called that has registered it from paper. */
  readonly registrar: string | null;
  readonly isRevokedOnPaper: boolean;
};

/** Where it comes from, and what shows it. */
export function Source({ mandate, signing, signs, registrar, isRevokedOnPaper }: SourceProps) {
  const t = useTexts(listTexts);
  if (mandate.paper) {
    const href = `/mina-sidor/fullmakter/${mandate.id}/papper`;
    return (
      <>
        {t.paper(registrar ?? '')}.{' '}
        <a class="ds-link" href={`${href}/original`}>
          {t.labels.original}
        </a>
        {isRevokedOnPaper && (
          <>
            {', '}
            <a class="ds-link" href={`${href}/aterkallelse`}>
              {t.labels.revocation}
            </a>
          </>
        )}
      </>
    );
  }
  if (!signing || !signs) return <>{t.signature}</>;
  return (
    <>
      {t.signature}.{' '}
      <a class="ds-link" href={`/mina-sidor/signera/${signing}`}>
        {t.labels.verify}
      </a>
    </>
  );
}
