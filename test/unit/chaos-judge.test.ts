import { describe, expect, it } from "vitest";
import { type FaultKind, judge } from "../support/chaos/judge.ts";
import type { LedgerNotice, Records, Said, Trouble } from "../support/chaos/records.ts";
import type { Shown } from "../support/chaos/transcript.ts";

const BEGAN = 1_000_000;
const moment = (seconds: number) => BEGAN + seconds * 1_000;

const GROUP = { platform: "dingtalk", chatId: "cidPower==", to: undefined } as const;
const shown = (seconds: number, text: string, chatId = "cidPower=="): Shown => ({
  ...GROUP,
  chatId,
  text,
  at: moment(seconds),
});
const said = (id: string, seconds: number, expected: Said["expected"]): Said => ({
  id,
  platform: "wecom",
  chatId: "wrkQiye",
  expected,
  from: moment(seconds),
  to: moment(seconds + 1),
  acknowledged: true,
  again: 0,
});
const notice = (id: number, issueId: number, tells = "moved submit"): LedgerNotice => ({
  id,
  issueId,
  target: '{"kind":"chat","code":"power"}',
  state: "sent",
  tells,
});
const trouble = (group: string, from: number, to: number): Trouble => ({
  name: `${group} fails`,
  group,
  from: moment(from),
  to: moment(to),
});

/** Two issues, each raised, announced, signed and answered, and one digest: nothing is wrong. */
const SOUND: Records = {
  said: [
    said("m1", 0, { kind: "raise", place: "甲子一车间" }),
    said("m2", 10, { kind: "confirm", place: "乙丑一车间" }),
    said("m3", 20, { kind: "move", action: "sign", issueId: 1 }),
  ],
  troubles: [],
  ends: [],
  shown: [
    shown(1, "### 已收到 #1 甲子一车间停电", "wrkQiye"),
    shown(2, "### 新诉求 #1 甲子一车间停电"),
    shown(11, "### 已收到 #2 乙丑一车间停电", "wrkQiye"),
    shown(12, "### 新诉求 #2 乙丑一车间停电"),
    shown(21, "### #1 甲子一车间停电 已签收", "wrkQiye"),
    shown(31, "### #1 甲子一车间停电 已答复，请确认", "wrkQiye"),
    shown(40, "### 供电公司 今日待办（11月17日）"),
  ],
  calls: [{ robot: "power", at: moment(2), realAt: moment(2) }],
  issues: [
    { id: 1, text: "甲子一车间停电" },
    { id: 2, text: "乙丑一车间停电" },
  ],
  events: [
    { issueId: 1, action: "submit", messageId: "m1" },
    { issueId: 2, action: "submit", messageId: "m2" },
    { issueId: 1, action: "sign", messageId: "m3" },
  ],
  inbound: ["m1", "m2", "m3"].map((messageId) => ({ messageId, done: true })),
  notices: [notice(1, 1), notice(2, 2), notice(3, 0, "digest department-daily 2025-11-17T01:20:00.000Z")],
  lastDrained: 3,
  auditFault: null,
};

const without = <T>(all: readonly T[], index: number) => all.filter((_, place) => place !== index);
const killed = { replica: 1, at: moment(3), how: "SIGKILL", told: true, wasReady: true, words: "" };

describe("the judge of the chaos run", () => {
  it("finds nothing wrong where nothing is, and counts", () => {
    expect(judge(SOUND)).toMatchObject({
      faults: {},
      sent: 3,
      acknowledged: 3,
      kept: 3,
      lost: 0,
      repeated: 0,
      late: [],
      receipts: { calm: [1_000, 1_000], troubled: [] },
      words: { calm: [2_000, 2_000] },
      mostInMinute: 1,
    });
  });

  it("leaves to the next life what the end of the run itself says of connections", () => {
    const last = { ...notice(4, 0, "gap"), state: "waiting" };
    expect(judge({ ...SOUND, notices: [...SOUND.notices, last] }).faults).toEqual({});
  });

  it("hears of each issue in a message that holds several, as where a month's quota runs short", () => {
    const joined = shown(12, "### 新诉求 #1 甲子一车间停电\n\n---\n\n### 新诉求 #2 乙丑一车间停电");
    const records = { ...SOUND, shown: [...SOUND.shown.filter(({ text }) => !text.includes("新诉求")), joined] };
    expect(judge(records).faults).toEqual({});
    expect(
      judge({ ...records, shown: [...records.shown, shown(60, "### 新诉求 #2 乙丑一车间停电")] }).faults,
    ).toHaveProperty("shown twice");
  });

  it("takes the word to the coordinator for the announcement of what two units may have to do with", () => {
    const toOffice = shown(12, "待派单 #2 乙丑一车间停电停水", "direct:limin");
    expect(judge({ ...SOUND, shown: [...without(SOUND.shown, 3), toOffice] }).faults).toEqual({});
  });

  it("takes two matters that one yes has raised for what they are, and the same one raised twice for doubled", () => {
    const raised = (issueId: number) => ({ issueId, action: "submit", messageId: "m2" }) as const;
    const [sign] = SOUND.events.slice(2);
    if (sign === undefined) throw new Error("nobody signs");
    expect(judge({ ...SOUND, events: [raised(1), raised(2), sign] }).faults).toEqual({});
    expect(judge({ ...SOUND, events: [raised(1), raised(2), raised(2), sign] }).faults.doubled).toContain(
      "submit 乙丑一车间 by m2: 2 times",
    );
  });

  it.each<[FaultKind, string, Partial<Records>]>([
    ["lost", "an acknowledged message was not kept", { inbound: without(SOUND.inbound, 1) }],
    [
      "lost",
      "it was kept and nobody worked on it",
      { inbound: [...without(SOUND.inbound, 2), { messageId: "m3", done: false }] },
    ],
    ["lost", "no issue came of it", { issues: without(SOUND.issues, 1) }],
    ["lost", "nothing came of a move", { events: without(SOUND.events, 2) }],
    ["doubled", "two issues came of it", { issues: [...SOUND.issues, { id: 3, text: "甲子一车间停电" }] }],
    ["doubled", "it was signed twice", { events: [...SOUND.events, { issueId: 1, action: "sign", messageId: "m9" }] }],
    [
      "doubled",
      "one message did it twice",
      {
        events: [
          ...SOUND.events,
          { issueId: 2, action: "note", messageId: "m3" },
          { issueId: 3, action: "note", messageId: "m3" },
        ],
      },
    ],
    ["untold", "the unit never heard of it", { shown: without(SOUND.shown, 3) }],
    ["untold", "a message still waits", { notices: [...SOUND.notices, { ...notice(4, 2), state: "waiting" }] }],
    [
      "untold",
      "a word of a lost connection waits from before the end",
      { notices: [...SOUND.notices, { ...notice(4, 0, "gap"), state: "waiting" }], lastDrained: 4 },
    ],
    ["untold", "a message was given up", { notices: [...SOUND.notices, { ...notice(4, 2), state: "dead" }] }],
    [
      "out of order",
      "new issues came in another order",
      { shown: [...without(SOUND.shown, 1), shown(19, "### 新诉求 #1 甲子一车间停电")] },
    ],
    [
      "out of order",
      "it was answered before it was signed",
      { shown: [...without(SOUND.shown, 4), shown(35, "### #1 甲子一车间停电 已签收", "wrkQiye")] },
    ],
    [
      "over the limit",
      "a robot was called too often",
      {
        calls: Array.from({ length: 21 }, (_, index) => ({ robot: "power", at: moment(index), realAt: moment(index) })),
      },
    ],
    [
      "digest twice",
      "a slot is there twice",
      { notices: [...SOUND.notices, notice(4, 0, "digest department-daily 2025-11-17T01:20:00.000Z")] },
    ],
    ["digest twice", "it was shown twice", { shown: [...SOUND.shown, shown(60, "### 供电公司 今日待办（11月17日）")] }],
    [
      "shown twice",
      "a receipt came twice",
      { shown: [...SOUND.shown, shown(60, "### 已收到 #1 甲子一车间停电", "wrkQiye")] },
    ],
    ["died", "a process ended by itself", { ends: [{ ...killed, how: 1, told: false }] }],
    ["number left out", "an issue was never filed", { issues: [...SOUND.issues, { id: 4, text: "丙寅一车间停电" }] }],
    ["audit", "the record is broken", { auditFault: "a hash is wrong" }],
  ])("finds what is %s: %s", (kind, _what, wrong) => {
    expect(Object.keys(judge({ ...SOUND, ...wrong }).faults)).toEqual([kind]);
  });

  it("takes for repeated what came twice because nobody could know that it had come", () => {
    const twice = [...SOUND.shown, shown(60, "### 已收到 #1 甲子一车间停电", "wrkQiye")];
    expect(judge({ ...SOUND, shown: twice, troubles: [trouble("wecom", 0, 3)] })).toMatchObject({
      faults: {},
      repeated: 1,
    });
  });

  it("does not blame the program for a limit while a clock is wrong, nor for a process that the test ended", () => {
    const calls = Array.from({ length: 21 }, (_, index) => ({
      robot: "power",
      at: moment(index),
      realAt: moment(index),
    }));
    const verdict = judge({ ...SOUND, calls, troubles: [trouble("clock", 5, 9)], ends: [killed] });
    expect(verdict).toMatchObject({ faults: {}, excused: 1 });
  });

  it("does not take for lost what its writer was asked about", () => {
    const asked = shown(12, "### 登记为诉求吗？\n> 甲子一车间停电", "wrkQiye");
    const wrong = { issues: SOUND.issues.slice(1), shown: [...SOUND.shown.slice(1), asked] };
    expect(judge({ ...SOUND, ...wrong })).toMatchObject({ faults: {}, lost: 0, asked: 1 });
  });

  it("counts as late what takes long in a calm, and nothing else", () => {
    const slow = [...without(SOUND.shown, 0), shown(15, "### 已收到 #1 甲子一车间停电", "wrkQiye")];
    expect(judge({ ...SOUND, shown: slow }).late).toEqual(["the receipt of m1 after 15.0 s"]);
    const troubled = judge({ ...SOUND, shown: slow, troubles: [trouble("wecom", 1, 3)] });
    expect(troubled).toMatchObject({ late: [], receipts: { troubled: [1_000, 15_000] } });
  });

  it("does not ask for what was not acknowledged", () => {
    const unheard = { ...said("m9", 5, { kind: "raise", place: "丙寅一车间" }), acknowledged: false };
    expect(judge({ ...SOUND, said: [...SOUND.said, unheard] })).toMatchObject({ faults: {}, sent: 4, acknowledged: 3 });
  });
});
