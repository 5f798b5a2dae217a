import { isCoordinator } from "../../domain/issue/issue.ts";
import { firstWordOf, shownFirst } from "./make.ts";
import type { Understood } from "./outcome.ts";
import { digitsIn, parse } from "./parse.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, isAction } from "./sight.ts";
import { checked } from "./strict.ts";
import { asCommand, withoutParticles } from "./zh-cn-pieces.ts";
import { EXCEPTS, OF_ALL, URGES_UNSIGNED } from "./zh-cn-talk.ts";

/** 催一下没签收的: each of those. */
export function unsignedUrged({ plain, situation }: Reading): Understood | null {
  if (!isCoordinator(situation.who) || !URGES_UNSIGNED.test(plain)) return null;
  const word = firstWordOf("urge", situation);
  const unsigned = candidatesFor("urge", situation.issues).filter(({ state }) => state === "dispatched");
  if (unsigned.length === 0)
    return {
      steps: [{ kind: "do", doing: { command: "unsigned", word, number: null, rest: "" } }],
      why: ["all", "none"],
    };
  return {
    steps: unsigned.map(({ number }) => ({ kind: "do", doing: { command: "urge", word, number, rest: "" } })),
    why: ["all", "unsigned"],
  };
}

/** 全部签收: the command of every issue that it can be done with; what cannot be undone is shown first. */
export function allMeant({ plain, text, situation, quoted }: Reading): Understood | null {
  const all = OF_ALL.exec(plain);
  if (all === null) return null;
  const excepted = EXCEPTS.test(all[0]) ? digitsIn(all[0]) : [];
  const parsed = parse(asCommand(withoutParticles(text.slice(all[0].length))), situation.commands);
  if (parsed.kind !== "command" || !isAction(parsed.spec.name) || parsed.number !== null) return null;
  const { spec, word, rest } = parsed;
  const doing = { command: spec.name, word, number: null, rest };
  const able = candidatesFor(spec.name, quoted.length > 0 ? quoted : situation.issues).filter(
    (one) => !excepted.includes(one.number),
  );
  if (able.length === 0) return { steps: [{ kind: "decline", doing }], why: ["all", "none"] };
  const steps = able.map((one) => checked({ ...doing, number: one.number }, spec, situation));
  return {
    steps: SHOWN.has(spec.name) ? steps.map(shownFirst) : steps,
    why: ["all"],
  };
}

const SHOWN: ReadonlySet<string> = new Set(["solved", "accept", "answer", "withdraw", "reject", "void"]);
