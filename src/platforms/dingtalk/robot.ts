import { createHash } from "node:crypto";
import type { Destination } from "../platform.ts";

/** Names the robot, or that API of it, that a message by no reply address hangs on. The name holds no secret. */
export function robotOf(destination: Exclude<Destination, { kind: "reply" }>): string {
  if (destination.kind === "person") return "dingtalk:app:person";
  return destination.webhook === undefined ? "dingtalk:app:group" : `dingtalk:webhook:${digest(destination.webhook)}`;
}

/** A webhook is its access token: what follows it in the address makes no other robot. */
export function digest(address: string): string {
  const token = URL.canParse(address) ? new URL(address).searchParams.get("access_token") : null;
  return createHash("sha256")
    .update(token ?? address)
    .digest("hex")
    .slice(0, 24);
}
