import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { canonicalSha256 } from '../../../kernel/canonical-json.ts';
import { projectRoot } from '../../../kernel/project-root.ts';
import { partProblems } from './check-parts.ts';
import { ruleProblems } from './check-rules.ts';
import type { ServiceDefinition } from './definition.ts';
import type { LoadProblem } from './expression/check.ts';
import { exampleProblems } from './run-examples.ts';
import { upgraded } from './upgrade.ts';

/** A definition that has passed every check, with its digest. */
export type LoadedDefinition = { readonly definition: ServiceDefinition; readonly sha256: string };

/** A definition that can not be used, with every place where it is wrong. */
export class DefinitionProblems extends Error {
  readonly problems: readonly LoadProblem[];

  constructor(problems: readonly LoadProblem[]) {
    super(problems.map(({ path, problem }) => `${path || '/'}: ${problem}`).join('\n'));
    this.name = 'DefinitionProblems';
    this.problems = problems;
  }
}

let compiled: ValidateFunction | undefined;

function formatValidator(): ValidateFunction {
  if (compiled) return compiled;
  const schema: unknown = JSON.parse(readFileSync(join(projectRoot, 'services/format-1.schema.json'), 'utf8'));
  compiled = new Ajv2020({ allErrors: true, strict: false }).compile(schema as object);
  return compiled;
}

/**
 * A service definition from anywhere: upgraded to today's format, checked against the format's JSON Schema, its rules
 * typed, its names and texts complete, its own examples run.
 * @throws DefinitionProblems with every problem and its path
 */
export function loadDefinition(raw: unknown): LoadedDefinition {
  const candidate = upgraded(raw);
  const validate = formatValidator();
  if (!validate(candidate)) {
    throw new DefinitionProblems(
      (validate.errors ?? []).map(({ instancePath, message, params }) => ({
        path: instancePath,
        problem: `${message ?? 'is not as the format says'} ${JSON.stringify(params)}`,
      })),
    );
  }
  const definition = candidate as ServiceDefinition; // the schema has just said so
  const problems = [...partProblems(definition), ...ruleProblems(definition)];
  if (problems.length === 0) problems.push(...exampleProblems(definition));
  if (problems.length > 0) throw new DefinitionProblems(problems);
  return { definition, sha256: canonicalSha256(definition) };
}
