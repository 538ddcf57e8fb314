import { Alert, useTexts } from '../../../kernel/html/index.ts';
import type { CameBack } from '../cosigning.ts';
import { texts } from '../texts/index.ts';

export type Back = { readonly why: CameBack; readonly reason: string | null };

/** Why an application that was sent for signature is open again. */
export function CameBackAlert({ back: { why, reason } }: { readonly back: Back }) {
  const t = useTexts(texts).cosign;
  return (
    <Alert tone="warning" title={t.back[why]}>
      {reason && <p>{t.reason(reason)}</p>}
      <p>{t.backText}</p>
    </Alert>
  );
}
