import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { TimeZone } from '../html/index.ts';
import type { PageAuthority } from '../html/page-context.ts';
import type { AuthorityId } from '../ids.ts';

/** An authority that the reader administers, as rooms see it that know no directory. */
export type Office = {
  readonly authority: AuthorityId;
  readonly slug: string;
  readonly name: string;
  readonly zone: TimeZone;
  readonly brand: PageAuthority;
  /** The links between the pages of an authority's administrator. */
  navigation(current: 'files' | 'deliveries' | 'approvers'): ComponentChildren;
};

/** @throws Refusal not-found, the same for one that is not the reader's as for one that does not exist */
export type FindOffice = (request: FastifyRequest, slug: string) => Promise<Office>;
