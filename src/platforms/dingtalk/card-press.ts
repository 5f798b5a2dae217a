import { createHash } from "node:crypto";
import type { InboundMessage } from "../inbound.ts";
import { type Fields, fieldsOf, readJson, textOf, textsOf } from "./fields.ts";

/** A press on an interactive card, as it comes to an address or over the stream (event-callback-card). */

/** `uniq`: what tells this press from the next one on the same button: the platform gives it no id. */
export function parseCardPress(payload: Fields, uniq: string): InboundMessage | null {
  const cardId = textOf(payload["outTrackId"]);
  const key = keyIn(payload);
  if (cardId === "" || key === "") return null;
  const userId = textOf(payload["userId"]);
  // 2: a unionId, of somebody outside of the organisation.
  const sender = userId !== "" && textOf(payload["userIdType"]) === "2" ? `union:${userId}` : userId;
  const digest = createHash("sha256")
    .update(JSON.stringify([cardId, sender, key, uniq]))
    .digest("hex");
  return {
    platform: "dingtalk",
    messageId: `card-${digest}`,
    chat: chatOf(payload),
    sender: { id: sender },
    text: "",
    pictures: 0,
    press: { key, cardId },
  };
}

/** The parameter of the button that the template names `press`; else the id of its action. */
function keyIn(payload: Fields): string {
  // One page calls the text `content`, another one `value`, and puts the parameters beside the private data.
  const content = inside(payload["content"]) ?? inside(payload["value"]) ?? {};
  const privateData = fieldsOf(content["cardPrivateData"]) ?? fieldsOf(payload["cardPrivateData"]) ?? {};
  const places = [privateData["params"], content["params"], payload["params"]].map(fieldsOf);
  const given = places.map((place) => textOf(place?.["press"])).find((text) => text !== "");
  return (given ?? textsOf(privateData["actionIds"])[0] ?? "").trim();
}

function inside(value: unknown): Fields | null {
  return typeof value === "string" ? readJson(value) : fieldsOf(value);
}

/** Where it was pressed. Whoever knows the card knows better: this is optional in the callback. */
function chatOf(payload: Fields): InboundMessage["chat"] {
  const id = textOf(payload["spaceId"]).replace(/^.*IM_GROUP\./, "");
  const isGroup = textOf(payload["spaceType"]) === "IM_GROUP" || id.startsWith("cid");
  return isGroup && id !== "" ? { kind: "group", id } : { kind: "direct" };
}
