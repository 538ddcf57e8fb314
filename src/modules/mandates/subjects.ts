import type { Reach } from '../../kernel/authority.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { InEach } from '../../kernel/texts.ts';

/** Something that a mandate can be for, by what people call it. */
export type Subject = { readonly value: string; readonly name: InEach<string>; readonly reach: Reach };

/** What there is to give a mandate for; joined in `src/wiring.ts`, since services and cases stand on higher floors. */
export type MandateSubjects = {
  authorities(scope: Scope): Promise<readonly Subject[]>;
  services(scope: Scope): Promise<readonly Subject[]>;
  /** Of whom the scope acts for. */
  cases(scope: Scope): Promise<readonly Subject[]>;
};

export const templates = ['everything', 'authority', 'mail', 'service', 'case', 'property'] as const;
export type Template = (typeof templates)[number];
