/** Everything that the environment can say, in the order of docs/operate.md; a test holds the two together. */
export const variables = {
  NODE_ENV: '`production` refuses to start with the test e-ID, demo data, made-up keys or an address without https',
  HOST: 'the address to listen on (127.0.0.1)',
  PORT: 'the port to listen on (3000)',
  BASE_URL: 'the address that people use, without a path (http://127.0.0.1:PORT); production needs https',
  TRUST_PROXY: 'whose X-Forwarded headers are believed: addresses or networks with commas between (nobody’s)',
  DATA_FOLDER: 'where the embedded database, files and keys lie (.data in the project)',
  FILES_FOLDER: 'where files lie (files in DATA_FOLDER)',
  DATABASE_URL: 'the owner’s connection string to a PostgreSQL 15 or newer of your own (the embedded one)',
  DATABASE_URL_OFFICIAL: 'an existing login role for officials’ pages (one is made)',
  DATABASE_URL_RESIDENT: 'an existing login role for residents’ pages (one is made)',
  DATABASE_URL_WORKER: 'an existing login role for jobs (one is made)',
  DATA_KEY:
    'the keys that seal personal data, ID:BASE64 with the current one first (made in DATA_FOLDER; production needs it given)',
  OIDC_ISSUER: 'the e-ID provider’s OpenID Connect issuer (the test e-ID)',
  OIDC_CLIENT_ID: 'our name at the e-ID provider',
  OIDC_CLIENT_SECRET: 'our secret at the e-ID provider',
  OFFICIAL_ASSURANCE: 'how surely officials must have signed in: high or substantial (high)',
  SMTP_URL: 'the mail server, smtp://user:password@host:587 or smtps://… (a mail server for development)',
  MAIL_FROM: 'the sender of tips (no-reply@ and the host of BASE_URL)',
  POPULATION_REGISTER_URL: 'the population register (a made-up one; in production nobody is asked)',
  COMPANY_REGISTER_URL: 'the company register (a made-up one; in production nobody is asked)',
  GUARDIANSHIP_REGISTER_URL: 'the register of god män and förvaltare (a made-up one; in production nobody is asked)',
  KUNDHANDELSER_URL:
    'where Mina ärenden is asked for people’s cases elsewhere (a made-up one; in production nobody is asked)',
  KUNDHANDELSER_KEY: 'our key there',
  KUNDHANDELSER_KEEPER: 'the number of the authority that says what its codes mean (who runs the installation)',
  ZGW_URL: 'the Zaken API of another case system (a made-up one; in production nobody is asked)',
  ZGW_CLIENT_ID: 'our name there',
  ZGW_CLIENT_SECRET: 'our secret there',
  ZGW_AUTHORITY: 'whose cases those are, as people read it',
  ZGW_KEEPER: 'the number of the authority that says what its codes mean (who runs the installation)',
  CLAMAV_URL: 'the virus scanner clamd, tcp://host:3310 (files are not scanned)',
  METRICS_TOKEN: 'the bearer token for /metrics (there is no /metrics)',
  LOG_LEVEL: 'fatal, error, warn, info or debug (info in production, else warn)',
  DEMO: 'yes or no: load the demo world into an empty database (yes, except in production)',
} as const;

export type Variable = keyof typeof variables;
export type Environment = { readonly [V in Variable]?: string | undefined };
