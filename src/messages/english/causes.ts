/** Why a host was not reached, by the code of Node, in English. The type of it is what the Chinese form has to say. */
export const CAUSES = {
  ENOTFOUND: "no such host is known",
  EAI_AGAIN: "the name server does not answer",
  ECONNREFUSED: "it refuses the connection",
  ECONNRESET: "the connection was cut",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
  ETIMEDOUT: "it does not answer",
  CERT_HAS_EXPIRED: "its certificate has expired; or this machine's clock is wrong",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is nobody's; perhaps a firewall opens what is encrypted",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is nobody's; perhaps a firewall opens what is encrypted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is nobody's; perhaps a firewall opens what is encrypted",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is that of another host",
} as const;

export type Cause = keyof typeof CAUSES;

const CODES = new RegExp(`\\b(${Object.keys(CAUSES).join("|")})\\b`, "g");

/** A reason with what its code means in front of it: `nowhere.example.cn: no such host is known (ENOTFOUND)`. */
export function withCauses(reason: string, causes: Readonly<Record<string, string>> = CAUSES): string {
  return reason.replace(CODES, (code) => `${causes[code] ?? ""} (${code})`);
}
