import type { Conversation } from "../../src/chat/conversation.ts";
import type { Actor } from "../../src/domain/issue/issue.ts";
import type { Park } from "../../src/domain/park/park.ts";
import { Reader } from "../../src/messages/reader.ts";
import { COMMON } from "./commands.ts";
import { COORDINATOR, on, PARK } from "./domain.ts";

/** For what only reads words: whoever asks it for anything gets an error. */
function noDatabase(): Conversation["ctx"]["db"] {
  const handler: ProxyHandler<object> = {
    get: (_target, name) => {
      throw new Error(`reading words needs no database, but ${String(name)} was asked for`);
    },
  };
  // Every use throws, so that it need not have the methods.
  return new Proxy({}, handler) as Conversation["ctx"]["db"];
}

/** A direct message to the bot on Wednesday, 2026-11-18, 10:00. */
export function conversation(actor: Actor = COORDINATOR, park: Park = PARK, now = on("11-18 10:00")): Conversation {
  return {
    ctx: { db: noDatabase(), now, park },
    reader: new Reader({ kind: "coordinator" }, { park, now }),
    ...COMMON,
    actor,
    source: { platform: "wecom", messageId: "1", chat: null },
    chat: null,
    text: "",
    pictures: 0,
    publicIn: null,
    sender: { platform: "wecom", userId: actor.userId ?? "x", name: actor.name },
    situation: {
      who: actor,
      place: "direct",
      now,
      park,
      issues: [],
      quote: null,
      question: null,
      commands: COMMON.commands,
    },
  };
}
