import type { Resource } from '../../kernel/authority.ts';
import type { AuthorityId, ServiceId, UnitId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/texts.ts';
import type { ServiceDefinition, Settings } from './format/definition.ts';
import { type TextOverlay, type Words, wordsOf } from './format/words.ts';
import type { Hindrance, OwnRetention } from './offer.ts';

/** An authority's use of a shared service. Nothing but this is its own; the rest is shared. */
export type Adoption = {
  readonly authority: AuthorityId;
  readonly service: ServiceId;
  /** In its addresses. */
  readonly slug: string;
  readonly version: number;
  readonly settings: Settings;
  readonly texts: TextOverlay;
  /** Who handles the cases; null is whoever has the task. */
  readonly unitAuthority: AuthorityId | null;
  readonly unit: UnitId | null;
  /** A closed one can not be begun; what was begun can be ended. */
  readonly isOpen: boolean;
  /** Null while the service's proposal stands. */
  readonly retention: OwnRetention | null;
  /** Production has used this installation: nothing unverified is offered. */
  readonly isStrict: boolean;
  readonly revision: number;
};

/** A service as one authority offers it. */
export type AdoptedService = Adoption & {
  readonly definition: ServiceDefinition;
  readonly sha256: string;
  /** Why it is not offered, though it may be open; usually nothing. */
  readonly withheld: readonly Hindrance[];
};

/** What residents find: not what is withheld. */
export function offered(services: readonly AdoptedService[]): readonly AdoptedService[] {
  return services.filter(({ withheld }) => withheld.length === 0);
}

export function wordsFor({ definition, texts }: AdoptedService, language: Language): Words {
  return wordsOf(definition, texts, language);
}

/** What is asked about when somebody wants to file. */
export function fileResource({ authority, service, definition }: AdoptedService): Resource {
  return { authority, service, task: definition.task, assurance: definition.requires.identity };
}

/** `se.sundsvall/barnomsorgsplats` → `barnomsorgsplats`. */
export function slugOf(service: string): string {
  return service.slice(service.indexOf('/') + 1);
}
