import { openAuditKey } from "../../issues/audit-key.ts";
import { endingSentence } from "../../messages/zh-cn/tool-endings.ts";
import { ChaxuError } from "../../shared/errors.ts";
import { about, type Finding } from "./finding.ts";

const { fail } = about("environment");

/** The key that the operator named for the fingerprints of the record, which the start wants too. Makes none. */
export async function checkAuditKey(config: {
  readonly auditKeyFile?: string;
  readonly dataDir: string;
}): Promise<readonly Finding[]> {
  if (config.auditKeyFile === undefined) return [];
  try {
    await openAuditKey(config, () => {});
    return [];
  } catch (error) {
    if (!(error instanceof ChaxuError)) throw error;
    return [fail({ text: error.message, zh: endingSentence(error.code, error.message) })];
  }
}
