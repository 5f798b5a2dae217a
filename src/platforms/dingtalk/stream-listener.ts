import { describe } from "../../shared/errors.ts";
import type { Logger } from "../../shared/logger.ts";
import type { ConnectionHooks } from "../connection.ts";
import type { Received } from "../inbound.ts";
import { type Fields, readJson } from "./fields.ts";
import type { Parsed } from "./parse.ts";
import { answerTo, CARD_TOPIC, type Frame, ROBOT_TOPIC } from "./stream-frame.ts";

export interface ListenerOptions {
  /** Reads the body of a robot message. */
  readonly parse: (body: Buffer) => Parsed;
  /** Reads what was pressed on a card; `id` tells it from the next press. */
  readonly press: (payload: Fields, id: string) => Extract<Received, { kind: "message" | "ignored" }>;
  readonly receive: ConnectionHooks["receive"];
  readonly logger: Logger | undefined;
}

/** What follows from a frame: an answer, silence, or that this connection is to be replaced. */
export type Heard = { readonly kind: "answer"; readonly text: string } | { readonly kind: "silence" | "going" };

const SILENCE: Heard = { kind: "silence" };
/** Of one message body, in bytes: as of a callback. */
const BODY_LIMIT = 1_048_576;

/** Does what a frame asks for. Never rejects: what cannot be done is logged without its content. */
export async function hear(options: ListenerOptions, frame: Frame): Promise<Heard> {
  switch (frame.type) {
    case "SYSTEM":
      return ofSystem(frame);
    case "EVENT":
      // Not subscribed to; one that comes all the same would come again without this.
      return answer(answerTo(frame, 200, { status: "SUCCESS" }));
    case "CALLBACK":
      return ofCallback(options, frame);
    default:
      options.logger?.warn(
        { platform: "dingtalk", bytes: frame.data.length },
        "A frame of an unknown type was ignored.",
      );
      return SILENCE;
  }
}

function answer(text: string): Heard {
  return { kind: "answer", text };
}

function ofSystem(frame: Frame): Heard {
  if (frame.topic === "ping") return answer(answerTo(frame, 200, frame.data));
  return frame.topic === "disconnect" ? { kind: "going" } : SILENCE;
}

async function ofCallback(options: ListenerOptions, frame: Frame): Promise<Heard> {
  switch (frame.topic) {
    case ROBOT_TOPIC:
      return ofRobot(options, frame);
    case CARD_TOPIC:
      return ofCard(options, frame);
    default:
      return answer(answerTo(frame, 404, {}));
  }
}

/** Kept, then acknowledged: what is not acknowledged comes again after about a minute (dingtalk-stream, socketCallBackResponse). */
async function ofRobot({ parse, receive, logger }: ListenerOptions, frame: Frame): Promise<Heard> {
  const body = Buffer.from(frame.data, "utf8");
  const parsed: Parsed =
    body.length > BODY_LIMIT ? { kind: "malformed", reason: "the message is larger than 1 MB" } : parse(body);
  const acknowledged = answer(answerTo(frame, 200, { response: null }));
  switch (parsed.kind) {
    case "malformed":
      logger?.warn({ platform: "dingtalk", reason: parsed.reason }, "A pushed message was refused.");
      return answer(answerTo(frame, 400, {}));
    case "ignored":
      logger?.debug({ platform: "dingtalk", reason: parsed.reason }, "A pushed message was ignored.");
      return acknowledged;
    case "message":
      try {
        await receive({ kind: "message", message: parsed.message });
        return acknowledged;
      } catch (error) {
        const sentence = "A pushed message could not be kept; it is not acknowledged, so that it comes again.";
        logger?.error({ platform: "dingtalk", ...describe(error) }, sentence);
        return SILENCE;
      }
  }
}

/** The card is changed in the answer, within 2 s; what cannot be kept changes nothing, and can be pressed again. */
async function ofCard({ press, receive, logger }: ListenerOptions, frame: Frame): Promise<Heard> {
  const unchanged = answer(answerTo(frame, 200, { response: {} }));
  const payload = readJson(frame.data);
  if (payload === null) return answer(answerTo(frame, 400, {}));
  const pressed = press(payload, frame.messageId);
  if (pressed.kind === "ignored") {
    logger?.debug({ platform: "dingtalk", reason: pressed.reason }, "A press on a card was ignored.");
    return unchanged;
  }
  try {
    const { answer: changed = "{}" } = await receive(pressed);
    return answer(answerTo(frame, 200, { response: readJson(changed) ?? {} }));
  } catch (error) {
    logger?.error({ platform: "dingtalk", ...describe(error) }, "A press on a card could not be kept.");
    return unchanged;
  }
}
