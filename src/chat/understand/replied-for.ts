import { isCoordinator } from "../../domain/issue/issue.ts";
import { contentOf } from "./content.ts";
import { doing, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { mayMove } from "./sight.ts";
import { REPLIES_TO_THEM } from "./zh-cn-talk.ts";

/** 4号回企业：坑补好了, said by the coordinator: no note, which the company would not read; whose answer it is says whoever carries it out. */
export function repliedFor(reading: Reading): Understood | null {
  const { plain, text, situation, referred } = reading;
  const [one, ...more] = isCoordinator(situation.who) && REPLIES_TO_THEM.test(plain) ? referred : [];
  if (one === undefined || more.length > 0) return null;
  const answer = doing("answer", reading, one.number, contentOf(text, "answer", situation));
  return steps("replies", { kind: mayMove("answer", one) ? "offer" : "decline", doing: answer });
}
