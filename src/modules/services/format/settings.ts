import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Country, ServiceDefinition, Setting, Settings } from './definition.ts';
import type { LoadProblem } from './expression/check.ts';

const ajv = new Ajv2020({ allErrors: true });
ajv.addKeyword({ keyword: 'unit', schemaType: 'string' });

const compiled = new WeakMap<ServiceDefinition, ValidateFunction>();

function validator(definition: ServiceDefinition): ValidateFunction {
  const before = compiled.get(definition);
  if (before) return before;
  const schema = { type: 'object', ...definition.settings, additionalProperties: false };
  const made = ajv.compile(schema);
  compiled.set(definition, made);
  return made;
}

/** What is wrong with the values that an authority fills in. */
export function settingProblems(definition: ServiceDefinition, settings: Settings): readonly LoadProblem[] {
  const validate = validator(definition);
  if (validate(settings)) return [];
  return (validate.errors ?? []).map((error) => ({
    path: error.instancePath,
    problem: error.message ?? error.keyword,
  }));
}

/**
 * The settings in the order in which one thinks of them: those that must be, then as facts and pages use them. The
 * database keeps no order of an object's keys.
 */
export function settingsInOrder({
  settings,
  facts,
  pages,
}: ServiceDefinition): readonly (readonly [string, Setting])[] {
  const used = JSON.stringify([facts, pages]);
  const place = (name: string) => {
    const required = settings.required.indexOf(name);
    const at = used.indexOf(JSON.stringify(['setting', name]));
    return required >= 0 ? required - settings.required.length : at < 0 ? used.length : at;
  };
  return Object.entries(settings.properties).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** What an authority begins with: the defaults of its country. */
export function defaultSettings(definition: ServiceDefinition, country: Country): Settings {
  const entries = Object.entries(definition.defaults[country]);
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
}
