import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Doing, Understood } from "../../src/chat/understand/outcome.ts";
import type { Situation } from "../../src/chat/understand/situation.ts";
import { understand } from "../../src/chat/understand/understand.ts";
import type { Line } from "../../src/cli/talk/line.ts";
import { isStaff } from "../../src/domain/issue/issue.ts";
import { ACTIONS, isDoable } from "../../src/domain/issue/lifecycle.ts";
import { cleanText } from "../../src/messages/escape.ts";
import { COMMANDS } from "../support/commands.ts";
import { situationIn } from "../support/talk.ts";

const STATES = ["submitted", "dispatched", "in_progress", "waiting", "answered", "closed", "on_hold"] as const;
const TITLES = ["三车间昨晚停电两次", "厂门口路灯坏了五盏", "宿舍楼宽带老断网"] as const;
const NUMBERS = [3, 12, 27] as const;

const who = fc.constantFrom("liaison", "officer", "head", "coordinator", "leader", "admin", "guest" as const);
const issues = fc
  .tuple(...NUMBERS.map(() => fc.tuple(fc.constantFrom(...STATES), fc.boolean(), fc.boolean())))
  .map((all) =>
    all.map(([state, mine, asked], index) => ({
      n: NUMBERS[index] ?? 0,
      state,
      mine,
      title: TITLES[index] ?? "",
      ...(asked && { request: "extension" as const }),
    })),
  );
const quote = fc.option(
  fc.oneof(
    fc.record({
      of: fc.constant("bot" as const),
      about: fc.constantFrom("dispatch", "answered", "supervision"),
      n: fc.constantFrom<number[]>([3], [12], [3, 12]),
    }),
    fc.record({ of: fc.constant("person" as const), text: fc.constant("下午两点开会") }),
  ),
  { nil: undefined },
);
const pending = fc.option(
  fc.constantFrom<NonNullable<Line["pending"]>>(
    { ask: "submit?", text: "路灯不亮" },
    { ask: "which", for: "urge", among: [3, 12] },
    { ask: "need", what: "reason", step: { do: "unsolved", n: 3 } },
    { ask: "confirm", step: { do: "withdraw", n: 12 } },
    { ask: "rate", n: 27 },
  ),
  { nil: undefined },
);
const situation: fc.Arbitrary<Situation> = fc
  .record({ who, issues, quote, pending })
  .map(({ quote: quoted, pending: asked, ...rest }) =>
    situationIn({
      ...rest,
      ...(quoted !== undefined && { quote: quoted }),
      ...(asked !== undefined && { pending: asked }),
    }),
  );

const pieces = fc.constantFrom(
  ..."路灯又坏了|还没修好|已经修好了|不是我们的|能不能快点|什么时候|，|。|谢谢|3号|12|台|停电|宽带|延期三天|下周五前|供电公司|是|不用了|另外|你好|都|第二个|👍|\n|催一下|给五分|A1".split(
    "|",
  ),
);
const talk = fc.oneof(
  fc.array(pieces, { maxLength: 7 }).map((all) => all.join("")),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);

function doings({ steps }: Understood): readonly Doing[] {
  return steps.flatMap((step) => ("doing" in step ? [step.doing] : []));
}

const numbered = COMMANDS.filter(
  ({ name, number }) => number === "yes" && ACTIONS.some((one) => one === name && isDoable(one)),
);

describe("understanding", () => {
  it("gives the same outcome in the same situation, and never throws", () => {
    fc.assert(
      fc.property(talk, situation, (text, beside) => {
        const once = understand(text, beside);
        expect(once.steps.length).toBeGreaterThan(0);
        expect(understand(text, beside)).toEqual(once);
      }),
      { numRuns: 800 },
    );
  });

  it("takes a command's own words for nothing else: it is done, asked about or declined", () => {
    const written = fc.tuple(
      fc.constantFrom(...numbered),
      fc.constantFrom(...NUMBERS),
      fc.constantFrom("", " 已电话沟通", " 12月20日 灯具到货晚"),
    );
    fc.assert(
      fc.property(written, situation, ([spec, number, rest], beside) => {
        const understood = understand(`${spec.words[0]} ${number}${rest}`, beside);
        const [step, ...more] = understood.steps;
        // What is said behind 签收 is kept by other moves of the same issue.
        const kept = spec.name === "sign" ? more.filter((one) => "doing" in one && one.doing.number === number) : [];
        expect(more).toEqual(kept);
        // 进展 3 of a company is a question: it has nothing to report.
        const isAsked = spec.name === "progress" && rest === "" && !isStaff(beside.who);
        expect(step).toMatchObject({ doing: { command: isAsked ? "status" : spec.name } });
        expect(["do", "offer", "which", "need", "decline"]).toContain(step?.kind);
      }),
      { numRuns: 800 },
    );
  });

  it("reaches no move by a figure that is no issue's number", () => {
    const figure = fc.constantFrom(
      "3台",
      "12盏",
      "3号楼",
      "12号变压器",
      "3.5万",
      "12月3日",
      "12:30",
      "27吨",
      "13812345678",
      "3-12天",
      "12%",
    );
    const around = fc.tuple(
      fc.constantFrom("坏了", "修好了", "还没好", "催一下", "不用了", "签收了", "我们有", ""),
      fc.constantFrom("", "，急", "都修好了", "停了"),
    );
    fc.assert(
      fc.property(figure, around, who, (digits, [before, behind], speaker) => {
        // With two issues of each state no number is guessed, so a number can only come from the text.
        const all = NUMBERS.flatMap((n) => [n, n + 100]).map((n, index) => ({
          n,
          state: STATES[(index >> 1) + 1] ?? "answered",
          mine: true,
          title: "x",
        }));
        const understood = understand(`${before}${digits}${behind}`, situationIn({ who: speaker, issues: all }));
        const moved = understood.steps.filter(
          (step) => step.kind === "do" && ACTIONS.some((one) => one === step.doing.command),
        );
        expect(
          moved.flatMap((step) => ("doing" in step ? [step.doing.number] : [])).filter((one) => one !== null),
        ).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it("takes nothing out of what is raised or added: each line of it is a piece of what was written", () => {
    fc.assert(
      fc.property(talk, situation, (text, beside) => {
        const before =
          beside.question !== null && "doing" in beside.question
            ? beside.question.doing.rest
            : beside.question?.ask === "offer"
              ? (beside.question.doings[0]?.rest ?? "")
              : "";
        for (const { command, rest } of doings(understand(text, beside))) {
          if (command !== "submit" && command !== "supplement") continue;
          for (const line of rest.split("\n"))
            expect(`${cleanText(text)}\n${before}\n${beside.quote?.text ?? ""}\n紧急 ${before}`).toContain(line);
        }
      }),
      { numRuns: 800 },
    );
  });

  it("makes no move that cannot be undone from free words alone", () => {
    const irreversible = new Set(["withdraw", "solved", "accept", "answer", "reject", "merge", "void"]);
    const words = new RegExp(
      COMMANDS.filter(({ name }) => irreversible.has(name))
        .flatMap((one) => [...one.words, one.english])
        .join("|"),
      "iu",
    );
    fc.assert(
      fc.property(talk, situation, (text, beside) => {
        if (beside.question !== null || words.test(text)) return;
        const done = understand(text, beside).steps.filter(
          (step) => step.kind === "do" && irreversible.has(step.doing.command),
        );
        expect(done).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });
});
