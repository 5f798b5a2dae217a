import { describe, expect, it } from "vitest";
import type { Org } from "../../../src/domain/park/org.ts";
import { changeSentence } from "../../../src/messages/zh-cn/org-changes.ts";
import { orgSentence } from "../../../src/messages/zh-cn/org-sentences.ts";
import { dutyWarnings, missingCodes } from "../../../src/org/apply.ts";
import { describeChanges } from "../../../src/org/changes.ts";
import { loadOrg } from "../../../src/org/load.ts";
import type { CodesInUse } from "../../../src/store/org-use.ts";

const PARK = "park: { name: 园区 }\n";
const UNITS = `${PARK}departments:\n  - { code: d1, name: 经发局 }\n  - { code: d2, name: 市供电, level: city, trackedBy: d1 }\n`;
const chats = (more: string) =>
  `${UNITS}chats: [{ code: g1, platform: wecom, chatId: a, name: 群, audience: supervision${more} }]\n`;
const policy = (ladder: string) => `${PARK}policy: { ladder: { ${ladder} } }\n`;

/** All that the check says of a text, without where. */
function told(text: string, env: Readonly<Record<string, string>> = {}): readonly string[] {
  const loaded = loadOrg(text, env);
  if ("errors" in loaded) return loaded.errors.map((one) => one.message);
  return loaded.warnings.map((one) => one.replace(/^line \d+, \S+: /, ""));
}

function orgOf(text: string): Org {
  const loaded = loadOrg(text, {});
  if ("errors" in loaded) throw new Error(JSON.stringify(loaded.errors));
  return loaded.org;
}

/** What each text is wrong in, in the words of the check: each brings at least one sentence of this beginning. */
const TEXTS: readonly (readonly [beginning: string, text: string])[] = [
  ["the file is larger", "a".repeat(1024 * 1024 + 1)],
  ["the file is empty", ""],
  ["the file must be a mapping", "- a\n"],
  ["a second document", `${PARK}---\n${PARK}`],
  ["this is not valid YAML", "park: { name: 园区\n"],
  ["is nested too deeply", `park: { name: ${"[".repeat(20)}${"]".repeat(20)} }\n`],
  ["uses the alias", "park: { name: &a 园区, timeZone: *a }\n"],
  ["has a field without a plain name", "park: { name: 园区, ? [a] : b }\n"],
  ["is written twice", "park: { name: 园区, name: 园区 }\n"],
  ["needs the environment variable", "park: { name: '${A B}' }\n"],
  ["must be text", "park: { name: [a] }\n"],
  ["must be a number", `${UNITS}categories: [{ code: c1, name: 电, department: d1, answerDays: 三 }]\n`],
  ["must be a number of working days", `${UNITS}categories: [{ code: c1, name: 电, department: d1, answerDays: 0 }]\n`],
  ["must be true or false", `${PARK}digests: [{ kind: coordinator-daily, cron: "0 9 * * *", empty: 是 }]\n`],
  ["must be a telephone number", `${PARK}people: [{ name: 甲, role: leader, phone: "无" }]\n`],
  ["must be an IANA time zone", "park: { name: 园区, timeZone: Beijing }\n"],
  ["must be a span of one day", 'park: { name: 园区, workingHours: ["早上"] }\n'],
  ["is empty: write at least one span", "park: { name: 园区, workingHours: [] }\n"],
  ["begins before the span", 'park: { name: 园区, workingHours: ["08:30-12:00", "11:00-17:00"] }\n'],
  ["holds a line break", 'park: { name: "园\\n区" }\n'],
  ["must be plain cron", `${PARK}digests: [{ kind: coordinator-daily, cron: "@daily" }]\n`],
  ["never fires", `${PARK}digests: [{ kind: coordinator-daily, cron: "0 9 30 2 *" }]\n`],
  ["must be a share of the time", policy('answer-warning: { at: "100%" }')],
  ["must be a whole number of decisions", `${PARK}policy: { routing: { leastCases: 2.5 } }\n`],
  ["must be a share like", `${PARK}policy: { routing: { precision: "49%" } }\n`],
  ["must be a share like", `${PARK}policy: { routing: { precision: "100%" } }\n`],
  ["is longer than 500 characters", `${PARK}departments: [{ code: d1, name: 局, duties: ${"管".repeat(501)} }]\n`],
  ["must be 0, or a number", policy("answer-late: { after: 3x }")],
  ["must be a number with m, h or d", policy("answer-late: { after: [1] }")],
  ["says before and at", policy('answer-warning: { before: 1h, at: "80%" }')],
  ["says after and before and at", policy('answer-warning: { after: 1h, before: 1h, at: "80%" }')],
  ["300d is not shorter", policy("answer-warning: { before: 300d }")],
  [
    "2h is not shorter",
    `${UNITS}categories: [{ code: c1, name: 电, department: d1 }]
policy: { ladder: { answer-warning: { before: 2h } }, categories: { c1: { answer: { urgent: 1h } } } }\n`,
  ],
  ["comes before", policy("answer-late: { after: 300d }")],
  ["is empty: nobody is reminded", policy("answer-late: { to: [] }")],
  ["names a department that", `${UNITS}categories: [{ code: c1, name: 电, department: "\${UNIT}" }]\n`],
  ['names "d2", which is a city unit', `${UNITS}  - { code: d3, name: 市水务, level: city, trackedBy: d2 }\n`],
  ["the value is already used", `${UNITS}  - { code: d4, name: "\${NAME}" }\n  - { code: d5, name: "\${NAME}" }\n`],
  ["has neither wecom nor dingtalk", `${PARK}people: [{ name: 甲, role: leader }]\n`],
  ["has no coordinator", `${PARK}people: [{ name: 甲, role: leader }]\n`],
  ["is a WeCom group without a webhook", chats("")],
  ["has no effect", chats(", department: d1")],
  ["is only for a DingTalk group", chats(", secret: SEC1")],
  ["must be the webhook address", chats(', webhook: "https://example.com/a"')],
  [
    "is the same as digests[0]",
    `${chats("")}digests:\n${'  - { kind: supervision-weekly, chat: g1, cron: "0 9 * * *" }\n'.repeat(2)}`,
  ],
  ["must be a chat of the audience enterprise", `${chats("")}themeDay: { cron: "0 9 * * 5", theme: 用电, chat: g1 }\n`],
];

describe("what the check of the org file says, in Chinese", () => {
  it.each(TEXTS)("is known of «%s…»", (beginning, text) => {
    const all = told(text, { UNIT: "none", NAME: "one" });
    expect(all.filter((one) => one.startsWith(beginning))).not.toEqual([]);
    for (const sentence of all) {
      const chinese = orgSentence(sentence);
      expect(chinese).toMatch(/\p{Script=Han}/u);
      if (!sentence.startsWith("this is not valid YAML")) expect(chinese).not.toMatch(/英文|[a-z]+ [a-z]+ [a-z]+/);
    }
  });

  it("tells an empty list of reminded people from an empty field", () => {
    expect(orgSentence("is empty: nobody is reminded at this step")).toBe("是空的：这一步不提醒任何人");
  });

  it("names every issue that still needs what is taken away, and what to do with it", () => {
    const used: CodesInUse = {
      departments: new Map([
        [
          "d9",
          new Map([
            ["lead", [7, 8, 9, 10, 11, 12, 13]],
            ["helps", [3]],
            ["suggested", [4]],
            ["proposed", [5, 6]],
          ]),
        ],
      ]),
      categories: new Map([["c9", new Map([["of", [1, 2]]])]]),
      enterprises: new Map(),
      chats: new Map(),
      onDuty: new Set(["d9"]),
    };
    const org = orgOf(UNITS);
    expect(missingCodes(used, org).map(({ message }) => orgSentence(message))).toEqual([
      "未办结的诉求还在用「d9」：它在承办 #7、#8、#9、#10、#11 等，另有 2 件，办结或转派以前请留着；它在协办 #3，说完协办情况（备注）或办结以前请留着；它是 #4 的建议单位，请先派单；#5、#6 的申请里提到它，请先审批",
      "未办结的诉求还在用「c9」：涉及 #1、#2，办结以前请留着",
    ]);
    expect(dutyWarnings(used, org).map(orgSentence)).toEqual([
      "文件里没有代码是「d9」的单位了：在那里值班（值班）的人不再收到通知",
    ]);
  });
});

describe("what putting an org file in force changes, in Chinese", () => {
  const AFTER = `park: { name: 新园区 }
departments:
  - { code: d1, name: 经发局, aliases: [经发], level: city }
  - { code: d3, name: "水务: name" }
chats: [{ code: g1, platform: dingtalk, chatId: a, name: 群, audience: supervision }]
people: [{ name: "王: 伟", role: leader, phone: "0746-8880001" }]
digests:
  - { kind: coordinator-daily, cron: "0 9 * * *" }
  - { kind: supervision-weekly, chat: g1, cron: "0 9 * * 1" }
  - { kind: supervision-weekly, chat: g1, cron: "0 9 * * 2" }
themeDay: { cron: "0 9 * * 5", theme: 用电 }
`;

  it("names the part, the entry and the fields", () => {
    const changes = describeChanges(orgOf(`${UNITS}people: [{ name: "王: 伟", role: leader }]\n`), orgOf(AFTER));
    expect(changes.map(changeSentence)).toEqual([
      "修改园区：名称",
      "修改单位 d1：简称、级别",
      "新增单位 d3 水务: name",
      "去掉单位 d2 市供电",
      "修改人员 王: 伟：手机",
      "新增群 g1 群",
      "新增汇报「营商办日报（发给营商办）」",
      "新增汇报「督办周报（发到群 g1）」",
      "新增汇报「督办周报（发到群 g1，第 2 个）」",
      "修改主题日：时间、主题",
    ]);
  });

  it("is told as it is where it is not known", () => {
    expect(changeSentence("something new")).toBe("something new");
  });
});
