import { createHash } from "node:crypto";
import type { Address } from "../platform.ts";

/** Names the robot, or that API of it, that a message by no reply address hangs on. The name holds no secret. */
export function robotOf(address: Exclude<Address, { kind: "reply" }>): string {
  if (address.kind === "person") return "dingtalk:app:person";
  return address.webhook === undefined ? "dingtalk:app:group" : `dingtalk:webhook:${digest(address.webhook)}`;
}

/** A webhook is its access token: what follows it in the address makes no other robot. */
export function digest(address: string): string {
  const token = URL.canParse(address) ? new URL(address).searchParams.get("access_token") : null;
  return createHash("sha256")
    .update(token ?? address)
    .digest("hex")
    .slice(0, 24);
}
