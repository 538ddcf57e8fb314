import type { Extent } from './authority.ts';
import type { AuthorityId, ServiceId } from './ids.ts';

/** What a list may show, as a statement asks for it: rows of any of these. */
export type ExtentParts = {
  readonly authorities: readonly AuthorityId[];
  readonly services: { readonly authorities: readonly AuthorityId[]; readonly services: readonly ServiceId[] };
  readonly cases: { readonly authorities: readonly AuthorityId[]; readonly cases: readonly string[] };
  /** The mail of these; null is of all. */
  readonly mail: readonly AuthorityId[] | null;
};

/** Null when there is no bound: the usual, so that the usual statement is sent. */
export function partsOf(extent: Extent): ExtentParts | null {
  if (extent === 'whole' || extent.some(({ kind }) => kind === 'everything')) return null;
  const of = <K extends Exclude<Extent, 'whole'>[number]['kind']>(kind: K) =>
    extent.filter((reach): reach is Extract<typeof reach, { kind: K }> => reach.kind === kind);
  const authorities = of('authority').map(({ authority }) => authority);
  const services = of('service');
  const cases = of('case');
  const mail = of('mail').map(({ authority }) => authority);
  return {
    authorities,
    services: { authorities: services.map((one) => one.authority), services: services.map((one) => one.service) },
    cases: { authorities: cases.map((one) => one.authority), cases: cases.map((one) => one.case) },
    mail: mail.includes(null) ? null : [...authorities, ...mail.filter((one) => one !== null)],
  };
}
