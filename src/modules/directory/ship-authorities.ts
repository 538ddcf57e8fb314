import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { tasks } from '../../kernel/authority.ts';
import { derivedId } from '../../kernel/ids.ts';
import { projectRoot } from '../../kernel/project-root.ts';
import { authorityKinds, authorityOfCode, reservedSlugs } from './authority.ts';

const Day = Type.String({ format: 'date' });
const Tasks = Type.Array(Type.Enum(tasks), { minItems: 1 });

/** Authorities that are no municipalities, their units, and the agreements: `data/authorities.json` and worlds' own. */
export const AuthorityFacts = Type.Object(
  {
    authorities: Type.Array(
      Type.Object({
        id: Type.Integer({ minimum: 9_000_001, maximum: 9_999_999 }),
        kind: Type.Enum(authorityKinds),
        country: Type.Enum(['SE', 'AX']),
        name: Type.String(),
        slug: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
        source: Type.String(),
      }),
    ),
    units: Type.Array(
      Type.Object({ authority: Type.Integer(), key: Type.String(), name: Type.String(), tasks: Tasks, from: Day }),
    ),
    agreements: Type.Array(
      Type.Object({
        key: Type.String(),
        provider: Type.Integer(),
        title: Type.String(),
        tasks: Tasks,
        from: Day,
        to: Type.Union([Day, Type.Null()]),
        source: Type.String(),
        /** Codes of municipalities, each from the agreement's first day. */
        members: Type.Array(Type.String()),
      }),
    ),
  },
  { additionalProperties: false },
);
export type AuthorityFacts = Static<typeof AuthorityFacts>;

/** The id that a unit of `AuthorityFacts` gets: the same each time it is loaded. */
export function unitIdOf(authority: number, key: string): string {
  return derivedId('unit', String(authority), key);
}

/** @throws Error that says what is wrong with the file */
export function readAuthorityFacts(file: string): AuthorityFacts {
  const facts: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (Value.Check(AuthorityFacts, facts)) return facts;
  const [first] = Value.Errors(AuthorityFacts, facts);
  throw new Error(`${file}: ${first?.instancePath ?? ''} ${first?.message ?? 'not what it should be'}`);
}

/**
 * Brings the 306 municipalities of `data/municipalities.csv` and the authorities of `data/authorities.json` into the
 * table, as the owner, after the migrations; again after an upgrade. What an authority has chosen itself is left alone.
 */
export async function shipAuthorities(owner: Client): Promise<void> {
  const data = join(projectRoot, 'data');
  await shipMunicipalities(owner, readFileSync(join(data, 'municipalities.csv'), 'utf8'));
  await shipAuthorityFacts(owner, readAuthorityFacts(join(data, 'authorities.json')));
}

async function shipMunicipalities(owner: Client, csv: string): Promise<void> {
  const [, ...lines] = csv.trim().split('\n');
  const rows = lines.map((line) => {
    const [country, code = '', name, slug = '', countyCode, county, population, populationDate, latitude, longitude] =
      line.split(',');
    if (reservedSlugs.has(slug)) throw new Error(`${name}: ${slug} is a room of the house`);
    return {
      authority_id: authorityOfCode(code),
      ...{ country, code, name, slug, county_code: countyCode, county },
      ...{ population: Number(population), population_date: populationDate },
      ...{ latitude: Number(latitude), longitude: Number(longitude) },
    };
  });
  await owner.query(
    `insert into directory.authority as known
       (authority_id, kind, country, code, name, slug, county_code, county, population, population_date, latitude, longitude)
     select authority_id, 'municipality', country, code, name, slug, county_code, county, population, population_date,
       latitude, longitude
     from jsonb_to_recordset($1::jsonb) as shipped (authority_id int, country text, code text, name text, slug text,
       county_code text, county text, population int, population_date date, latitude float8, longitude float8)
     on conflict (authority_id) do update set
       name = excluded.name, county_code = excluded.county_code, county = excluded.county,
       population = excluded.population, population_date = excluded.population_date,
       latitude = excluded.latitude, longitude = excluded.longitude
     where (known.name, known.population, known.population_date, known.latitude, known.longitude) is distinct from
       (excluded.name, excluded.population, excluded.population_date, excluded.latitude, excluded.longitude)`,
    [JSON.stringify(rows)],
  );
}

/** The same for authorities that are no municipalities: those that ship, or a world's own. */
export async function shipAuthorityFacts(owner: Client, facts: AuthorityFacts): Promise<void> {
  await owner.query(
    `insert into directory.authority (authority_id, kind, country, name, slug)
     select id, kind, country, name, slug
     from jsonb_to_recordset($1::jsonb) as shipped (id int, kind text, country text, name text, slug text)
     on conflict (authority_id) do update set name = excluded.name`,
    [JSON.stringify(facts.authorities)],
  );
  const units = facts.units.map((unit) => ({ ...unit, id: unitIdOf(unit.authority, unit.key) }));
  await owner.query(
    `insert into directory.unit (authority_id, unit_id, name, tasks, from_day)
     select authority, id, name, array(select jsonb_array_elements_text(tasks)), "from"
     from jsonb_to_recordset($1::jsonb) as shipped (authority int, id uuid, name text, tasks jsonb, "from" date)
     on conflict (authority_id, unit_id) do update set name = excluded.name, tasks = excluded.tasks`,
    [JSON.stringify(units)],
  );
  const agreements = facts.agreements.map((agreement) => ({ ...agreement, id: derivedId('agreement', agreement.key) }));
  await owner.query(
    `insert into directory.agreement (agreement_id, provider_id, title, tasks, from_day, to_day, source)
     select id, provider, title, array(select jsonb_array_elements_text(tasks)), "from", "to", source
     from jsonb_to_recordset($1::jsonb) as shipped
       (id uuid, provider int, title text, tasks jsonb, "from" date, "to" date, source text)
     on conflict (agreement_id) do nothing`,
    [JSON.stringify(agreements)],
  );
  const members = agreements.flatMap(({ id, from, to, members: codes }) =>
    codes.map((code) => ({ id, authority: authorityOfCode(code), from, to })),
  );
  await owner.query(
    `insert into directory.agreement_member (agreement_id, authority_id, from_day, to_day)
     select id, authority, "from", "to"
     from jsonb_to_recordset($1::jsonb) as shipped (id uuid, authority int, "from" date, "to" date)
     on conflict do nothing`,
    [JSON.stringify(members)],
  );
}
