import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import type { Role } from '../authority.ts';
import { navigationFor } from './navigation.ts';

test.each([
  ['case-officer', true],
  ['administrator', false],
  ['operator', false],
] as const)('the way to mandates on paper is shown to a %s with the task: %s', (role: Role, isShown) => {
  const grants = [{ role, tasks: ['administration'] }];
  const request = { reader: { grants }, routeOptions: { config: { room: 'official' } } } as unknown as FastifyRequest;
  expect(navigationFor(request).some(({ href }) => href === '/handlaggning/fullmakter')).toBe(isShown);
});
