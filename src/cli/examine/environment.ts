import { type Config, type Environment, readConfig } from "../../config.ts";
import { about, type Finding } from "./finding.ts";

const { ok, note, fail } = about("environment");

/** Every mistake of the environment. Without a config what depends on it cannot be looked at. */
export function checkEnvironment(env: Environment): { config?: Config; findings: readonly Finding[] } {
  const read = readConfig(env);
  if ("errors" in read) return { findings: read.errors.map(fail) };
  const { config } = read;
  return { config, findings: [ok("every setting has the right form"), ...config.warnings.map(note)] };
}
