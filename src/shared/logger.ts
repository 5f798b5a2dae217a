import { pino } from "pino";

/** What the program writes its log lines to: JSON lines on standard output. */
export interface Logger {
  debug(facts: object, sentence: string): void;
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/**
 * Names whose values never reach a log, wherever they stand in the facts. Texts are here as well:
 * what a company writes may be confidential, and a log has no audience.
 */
const SECRET_NAMES = [
  "token",
  "secret",
  "password",
  "webhook",
  "url",
  "encodingAesKey",
  "accessToken",
  "authorization",
  "text",
  "content",
  "body",
  "config",
];

/** Makes the program's logger. `level` is one of pino's level names, or `silent`. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: "[hidden]",
    },
  });
}
