import type { ExplanationRule } from '../explanation.ts';
import { Refusal } from '../refusal.ts';
import type { InEach } from '../texts.ts';
import type { Parameter, ParameterKey } from './parameter.ts';

/** Every parameter of the installation, checked: no overlaps, no gaps, no unknown keys, none missing. */
export type Parameters = {
  readonly byKey: ReadonlyMap<ParameterKey, readonly Parameter[]>;
  /** Production refuses a value that nobody has checked against its source. */
  readonly refuseUnverified: boolean;
};

/**
 * The value that is valid on that day.
 * @throws Refusal unavailable when there is none on that day, or when it is unverified in production
 */
export function parameterAt(parameters: Parameters, key: ParameterKey, day: Temporal.PlainDate): Parameter {
  const found = parameters.byKey.get(key)?.find((parameter) => isValidOn(parameter, day));
  if (!found) throw new Refusal('unavailable', 'kernel.parameters.none-on-day', { key, day: day.toString() });
  if (parameters.refuseUnverified && found.status === 'unverified') {
    throw new Refusal('unavailable', 'kernel.parameters.unverified', { key, source: found.source });
  }
  return found;
}

/** Values that nobody has checked, for the operator to see. */
export function unverifiedParameters(parameters: Parameters): readonly Parameter[] {
  return [...parameters.byKey.values()].flat().filter(({ status }) => status === 'unverified');
}

/** The rule of an explanation, as far as the parameter knows it. */
export function ruleOf(parameter: Parameter, label: InEach<string>): ExplanationRule {
  return {
    label,
    source: parameter.source,
    validFrom: parameter.from,
    ...(parameter.to && { validTo: parameter.to }),
    verified: parameter.status === 'verified',
  };
}

function isValidOn(parameter: Parameter, day: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(parameter.from, day) <= 0 && (parameter.to === null || compare(day, parameter.to) <= 0);
}
