import { Type } from 'typebox';

const Slug = Type.String({ maxLength: 80 });

export const AuthorityParams = Type.Object({ authority: Slug });
export const ServiceParams = Type.Object({ authority: Slug, service: Slug });
export const DraftParams = Type.Object({ authority: Slug, service: Slug, draft: Slug });
export const PageParams = Type.Object({ authority: Slug, service: Slug, draft: Slug, page: Slug });
export const FileParams = Type.Object({ authority: Slug, service: Slug, draft: Slug, file: Slug });

const Yes = Type.Optional(Type.String({ maxLength: 10 }));
/** `sparad`, `borttagen`: what was just done. */
export const StartQuery = Type.Object({ sparad: Yes, borttagen: Yes });
/** `fel`: shows what is wrong. `andra`: came from the summary, and goes back to it. */
export const PageQuery = Type.Object({ fel: Yes, andra: Yes });
/** `andrad`: was changed after it had been looked at. */
export const SummaryQuery = Type.Object({ andrad: Yes });
/** A page's controls, whatever the definition calls them. */
export const PageBody = Type.Record(
  Type.String({ maxLength: 200 }),
  Type.Union([Type.String({ maxLength: 65_536 }), Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 })]),
);

export const SavedQuery = Type.Object({ sparat: Yes });
/** The controls of an adoption's form follow from its service's settings. */
export const AdoptionForm = Type.Intersect([
  Type.Object({ revision: Type.String({ pattern: '^[0-9]{1,9}$' }) }),
  PageBody,
]);

/** What a version was looked at beside. */
export const VersionForm = Type.Object({ revision: Type.String({ pattern: '^[0-9]{1,9}$' }) });

const ListedService = Type.Object({
  service: Type.String({ description: 'The shared service: country, building authority, service' }),
  version: Type.Integer(),
  sha256: Type.String(),
  title: Type.String(),
  lead: Type.String(),
  task: Type.String(),
  theme: Type.String(),
  open: Type.Boolean(),
  href: Type.String(),
});

export const ServicesAnswer = Type.Object({
  services: Type.Array(ListedService),
  succeededBy: Type.Array(
    Type.Object({
      name: Type.String(),
      since: Type.String({ format: 'date' }),
      href: Type.Union([Type.String(), Type.Null()], { description: 'Its services; null when it has not joined' }),
    }),
    { description: 'Who has taken over, when somebody has; then nothing is offered here' },
  ),
});

export const ServiceAnswer = Type.Object({
  ...ListedService.properties,
  settings: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
  definition: Type.Unsafe<object>({ type: 'object', additionalProperties: true, description: 'Format 1' }),
  answerSchema: Type.Unsafe<object>({
    type: 'object',
    additionalProperties: true,
    description: 'JSON Schema (2020-12) of what is filed',
  }),
});
