/** What is said of the environment in English: what each name should hold stands with the names. */

/** What is wrong with an address. Never the address itself, which may hold a secret. */
export const ADDRESS_PROBLEMS = {
  "no-url": "The address is not a URL.",
  scheme: "The address must begin with https:// or wss://.",
  user: "The address must not contain a user name or password.",
  "own-machine": "The address must be public, and this one is the own machine.",
  "closed-network": "The address must be public, and this one is in a private or reserved network.",
} as const;

export type AddressProblem = keyof typeof ADDRESS_PROBLEMS;

export const TWO_ROADS =
  "expected one road: the same bot is reached by long connection (WECOM_BOT_ID, WECOM_BOT_SECRET) or by callback " +
  "(WECOM_BOT_TOKEN, WECOM_BOT_ENCODING_AES_KEY); for example remove WECOM_BOT_TOKEN and WECOM_BOT_ENCODING_AES_KEY";
export const SANDBOX_SET =
  "expected off, because NODE_ENV is production and in the sandbox everybody can speak as anybody; " +
  "for example SANDBOX=off, or SANDBOX_IN_PRODUCTION=yes when this is a demonstration";
export const SANDBOX_BY_ITSELF =
  "no platform is configured, so the sandbox would be on, and NODE_ENV is production; expected a platform, " +
  "for example WECOM_BOT_ID with WECOM_BOT_SECRET, or DINGTALK_CLIENT_ID with DINGTALK_CLIENT_SECRET; " +
  "or SANDBOX_IN_PRODUCTION=yes when this is a demonstration";
export const ROADS_WITHOUT_SANDBOX =
  "SANDBOX_ROADS has no effect: only the sandbox has simulated platforms, and only while no real one is configured.";

export const SECRET_SHORT =
  "SESSION_SECRET has fewer than 16 characters, and who guesses it can sign in as anybody: choose a longer one, or remove it; then one is made and kept in the database.";
