import { StartProblem } from '../start-problem.ts';
import { url } from './url.ts';
import type { Environment, Variable } from './variables.ts';

/** The registers of mandates that other authorities keep; `code` is the municipality's. */
export type MandateRegisters = {
  readonly minaOmbud: {
    readonly url: string;
    readonly tokenUrl: string;
    readonly client: { readonly id: string; readonly secret: string };
    readonly service: string;
    readonly authorities: readonly { readonly code: string; readonly number: string }[];
  } | null;
  readonly suomiFi: {
    readonly url: string;
    readonly client: {
      readonly id: string;
      readonly webKey: string;
      readonly restKey: string;
      readonly oauthPassword: string;
    };
    readonly authorities: readonly { readonly code: string; readonly theme: string | null }[];
  } | null;
};

const CODE = /^(\d{3}|\d{4})$/;

/** @throws StartProblem */
export function mandateRegistersIn(env: Environment): MandateRegisters {
  return { minaOmbud: minaOmbudIn(env), suomiFi: suomiFiIn(env) };
}

function minaOmbudIn(env: Environment): MandateRegisters['minaOmbud'] {
  const address = url(env, 'MINA_OMBUD_URL', ['https:', 'http:']);
  const tokenUrl = url(env, 'MINA_OMBUD_TOKEN_URL', ['https:', 'http:']);
  const { MINA_OMBUD_CLIENT_ID: id, MINA_OMBUD_CLIENT_SECRET: secret, MINA_OMBUD_AUTHORITIES: named } = env;
  if (address === null && tokenUrl === null && !id && !secret && !named) return null;
  if (address === null || tokenUrl === null || !id || !secret || !named) {
    throw new StartProblem(
      'MINA_OMBUD_URL, MINA_OMBUD_TOKEN_URL, MINA_OMBUD_CLIENT_ID, MINA_OMBUD_CLIENT_SECRET and MINA_OMBUD_AUTHORITIES are set together or not at all.',
    );
  }
  const authorities = pairsIn('MINA_OMBUD_AUTHORITIES', named).map(([code, number]) => {
    if (!/^\d{10}$/.test(number ?? '')) {
      throw new StartProblem('MINA_OMBUD_AUTHORITIES has an organisation number of ten digits after each =.');
    }
    return { code, number: number ?? '' };
  });
  const service = env.MINA_OMBUD_SERVICE || 'allmanning';
  if (!/^[a-zA-Z0-9._-]+$/.test(service)) {
    throw new StartProblem('MINA_OMBUD_SERVICE has letters, digits, dots, underscores and hyphens only.');
  }
  return { url: address, tokenUrl, client: { id, secret }, service, authorities };
}

function suomiFiIn(env: Environment): MandateRegisters['suomiFi'] {
  const address = url(env, 'SUOMI_FI_URL', ['https:', 'http:']);
  const { SUOMI_FI_CLIENT_ID: id, SUOMI_FI_API_KEY: webKey, SUOMI_FI_REST_KEY: restKey } = env;
  const { SUOMI_FI_OAUTH_PASSWORD: oauthPassword, SUOMI_FI_AUTHORITIES: named } = env;
  if (address === null && !id && !webKey && !restKey && !oauthPassword && !named) return null;
  if (address === null || !id || !webKey || !restKey || !oauthPassword || !named) {
    throw new StartProblem(
      'SUOMI_FI_URL, SUOMI_FI_CLIENT_ID, SUOMI_FI_API_KEY, SUOMI_FI_REST_KEY, SUOMI_FI_OAUTH_PASSWORD and SUOMI_FI_AUTHORITIES are set together or not at all.',
    );
  }
  const authorities = pairsIn('SUOMI_FI_AUTHORITIES', named).map(([code, theme]) => ({ code, theme }));
  return { url: address, client: { id, webKey, restKey, oauthPassword }, authorities };
}

/** `CODE=WHAT,CODE`; what stands after the first `=` may hold more of them. */
function pairsIn(name: Variable, text: string): [code: string, what: string | null][] {
  return text.split(',').map((part) => {
    const [code = '', ...rest] = part.trim().split('=');
    if (!CODE.test(code))
      throw new StartProblem(`${name} begins each part with a municipality's code, such as 2281=….`);
    return [code, rest.length === 0 ? null : rest.join('=')];
  });
}
