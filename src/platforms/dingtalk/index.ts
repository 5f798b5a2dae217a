import type { Destination, Platform, RawRequest, Received } from "../platform.ts";
import { type ClientOptions, DingtalkClient, originsOf } from "./client.ts";
import { examineDingtalk } from "./examine.ts";
import { hasStaffId } from "./identity.ts";
import { parseMessage } from "./parse.ts";
import { renderCard } from "./render.ts";
import { digest, robotOf } from "./robot.ts";
import { distrust } from "./signature.ts";

export interface DingtalkOptions extends ClientOptions {
  readonly botName: string;
}

/** DingTalk allows a custom robot 20 a minute and then blocks it for ten (custom-robots-send-group-messages). */
const WEBHOOK_PER_MINUTE = 18;
/** The app's own API: DingTalk allows 20 calls a second for all of it (call-frequency-limit); a share for each conversation. */
const API_PER_MINUTE = 300;

export function createDingtalk(options: DingtalkOptions): Platform {
  const { app, botName } = options;
  const client = new DingtalkClient(options);
  return {
    name: "dingtalk",
    receive: (request) => receive(options, request),
    render: (destination, card) => renderCard(card, { botName, canMention: client.canMention(destination) }),
    send: (destination, part) => client.send(destination, part),
    carries: (destination) => client.carries(destination),
    budget(destination) {
      const key = budgetOf(client, destination);
      return { key: `dingtalk:${key}`, perMinute: key.startsWith("webhook:") ? WEBHOOK_PER_MINUTE : API_PER_MINUTE };
    },
    robot(destination) {
      if (destination.kind !== "reply") return robotOf(destination);
      const bySession = destination.fallback === null || client.goesBySession(destination);
      return bySession ? "dingtalk:session" : robotOf(destination.fallback);
    },
    receives: app !== undefined,
    reaches: (userId) => app !== undefined && hasStaffId(userId),
    posts: ({ webhook }) => app !== undefined || webhook !== undefined,
    examine: ({ webhooks }) => examineDingtalk(client, options, webhooks),
  };
}

function receive(options: DingtalkOptions, request: RawRequest): Received {
  const { app, botName, clock } = options;
  if (app === undefined) return { kind: "refused", status: 401, reason: "DINGTALK_CLIENT_ID is not set" };
  if (request.method !== "POST") return { kind: "refused", status: 401, reason: "DingTalk only posts" };
  const now = clock.now();
  const doubt = distrust(request.headers, app.clientSecret, now);
  if (doubt !== null) return { kind: "refused", status: 401, reason: doubt };
  const parsed = parseMessage(request.body, { botName, now, trustedOrigins: originsOf(options) });
  return parsed.kind === "malformed" ? { kind: "refused", status: 400, reason: parsed.reason } : parsed;
}

function budgetOf(client: DingtalkClient, destination: Destination): string {
  switch (destination.kind) {
    case "group":
      return destination.webhook === undefined
        ? `group:${destination.chatId}`
        : `webhook:${digest(destination.webhook)}`;
    case "person":
      return `person:${destination.userId}`;
    case "reply": {
      const { fallback } = destination;
      if (fallback === null) return `reply:${digest(destination.url)}`;
      if (!client.goesBySession(destination)) return budgetOf(client, fallback);
      return fallback.kind === "group" ? `reply:group:${fallback.chatId}` : `reply:person:${fallback.userId}`;
    }
  }
}
