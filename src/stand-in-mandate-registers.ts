import { randomBytes } from 'node:crypto';
import type { Config } from './kernel/config/config.ts';
import type { MandateRegisters } from './kernel/config/mandate-registers.ts';

/** The third parties and themes of simulators/mandate-registers.json. */
const atMinaOmbud = [{ code: '2281', number: '0007522281' }];
const atSuomiFi = [
  { code: '766', theme: 'https://teman.example.fi/kommunens-tjanster/766' },
  { code: '318', theme: 'https://teman.example.fi/kommunens-tjanster/318' },
];

/** Both made-up registers of mandates are one process, started when the environment names not both of the real ones. */
export function standInMandateRegisters(
  { mandateRegisters }: Config,
  begin: (name: 'mandate-registers', env: Readonly<Record<string, string>>) => string,
): MandateRegisters {
  const { minaOmbud, suomiFi } = mandateRegisters;
  if (minaOmbud && suomiFi) return { minaOmbud: null, suomiFi: null };
  const [secret, webKey, restKey, oauthPassword] = [0, 1, 2, 3].map(() => randomBytes(24).toString('base64url')) as [
    string,
    string,
    string,
    string,
  ];
  const url = begin('mandate-registers', {
    ...{ MINA_OMBUD_SECRET: secret, SUOMI_FI_WEB_KEY: webKey, SUOMI_FI_REST_KEY: restKey },
    SUOMI_FI_OAUTH_PASSWORD: oauthPassword,
  });
  return {
    minaOmbud: minaOmbud
      ? null
      : {
          ...{ url: `${url}/dfm/formedlare/v2`, service: 'allmanning', authorities: atMinaOmbud },
          ...{ tokenUrl: `${url}/auth/realms/dfm/protocol/openid-connect/token` },
          client: { id: 'allmanning', secret },
        },
    suomiFi: suomiFi
      ? null
      : { url, client: { id: 'allmanni', webKey, restKey, oauthPassword }, authorities: atSuomiFi },
  };
}
