import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadParameters } from '../../kernel/parameters/load-parameters.ts';
import { parameterAt } from '../../kernel/parameters/parameters.ts';
import { projectRoot } from '../../kernel/project-root.ts';
import { shippedServices } from './format/shipped.ts';

const parameters = loadParameters(join(projectRoot, 'data/parameters'), false);
const services = shippedServices().map(({ definition }) => definition);

test('a highest fee that a service proposes is the dated parameter of that day, no surer than it', () => {
  const proposed = services.flatMap(({ defaults }) => (defaults.SE.maxFee ? [defaults.SE.maxFee] : []));
  expect(proposed).not.toEqual([]);
  for (const { value, date, verified } of proposed) {
    const day = Temporal.PlainDate.from(date);
    const parameter = parameterAt(parameters, 'child-care.highest-fee.first-child.se', day);
    expect(value).toBe(parameter.value);
    expect(verified).toBe(parameter.status === 'verified');
  }
});

test('the time to appeal that a service states is the dated parameter', () => {
  const appeals = services.flatMap((one) =>
    one.appeals.filter(({ kind, country }) => kind === 'appeal' && country === 'SE'),
  );
  expect(appeals).not.toEqual([]);
  const { value } = parameterAt(parameters, 'appeal-time.se', Temporal.PlainDate.from('2026-11-22'));
  for (const { weeks } of appeals) expect(weeks).toBe(value);
});
