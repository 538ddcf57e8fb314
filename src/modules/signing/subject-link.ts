import type { InEach } from '../../kernel/texts.ts';
import type { SigningSubject } from './signing.ts';

/** Where what is signed is shown by the module that asked for it; joined in `src/wiring.ts`. */
export type SubjectLink = {
  readonly kind: string;
  readonly label: InEach<string>;
  href(id: string): string;
};

export type LinkToSubject = { readonly href: string; readonly label: InEach<string> };

export function linkTo({ kind, id }: SigningSubject, links: readonly SubjectLink[]): LinkToSubject | null {
  const found = links.find((one) => one.kind === kind);
  return found ? { href: found.href(id), label: found.label } : null;
}
