import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Org } from "../../../src/domain/park/org.ts";
import type { OrgError } from "../../../src/org/document.ts";
import { loadOrg } from "../../../src/org/load.ts";

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/org/${name}`, import.meta.url), "utf8");
const contract = fixture("contract.yaml");
const env = {
  QIYE_WEBHOOK: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=qiye-key",
  DUBAN_WEBHOOK: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=duban-key",
};

function errorsOf(text: string, variables: Record<string, string> = env): readonly OrgError[] {
  const loaded = loadOrg(text, variables);
  if (!("errors" in loaded)) throw new Error("this org file was expected to have errors, and has none");
  return loaded.errors;
}

function valid(text: string, variables: Record<string, string> = env): { org: Org; warnings: string[] } {
  const loaded = loadOrg(text, variables);
  if ("errors" in loaded) throw new Error(JSON.stringify(loaded.errors));
  return loaded;
}

/** The contract's file with one piece replaced. */
function changed(from: string, to: string): string {
  expect(contract).toContain(from);
  return contract.replace(from, to);
}

const park = "park: { name: 园区 }\n";
const power = "departments:\n  - { code: power, name: 供电公司 }\n";
const coordinator = "people:\n  - { name: 李敏, role: coordinator, wecom: limin }\n";
const group = (more: string) =>
  `${park}${power}${coordinator}chats:\n  - { code: g, platform: dingtalk, chatId: cid, name: 群, audience: enterprise${more} }\n`;

describe("a valid org file", () => {
  it("is the example of the contract, without a warning", () => {
    const { org, warnings } = valid(contract);
    expect(org.people[1]).toEqual({ name: "王建国", role: "head", department: "power", dingtalk: "0254571" });
    expect(org.categories[0]).toMatchObject({ answerDays: 5, aliases: [] });
    expect(warnings).toEqual([]);
  });

  it("may give people a telephone number, written as people write it", () => {
    for (const phone of ["668001", "13800000001", "0746-888 0001", "+86 138-0000-0001"]) {
      const { org } = valid(`${park}people:\n  - { name: 李敏, role: coordinator, wecom: limin, phone: "${phone}" }\n`);
      expect(org.people[0]?.phone).toBe(phone);
    }
  });

  it.each(["13800000001", '"找老李"', '"1234"', '"668001 或 668002"', '""'])(
    "refuses the number %s, with its path",
    (phone) => {
      const text = `${park}people:\n  - { name: 李敏, role: coordinator, wecom: limin, phone: ${phone} }\n`;
      expect(errorsOf(text)).toMatchObject([{ path: "people[0].phone" }]);
    },
  );

  it("takes values from the environment anywhere in a text", () => {
    expect(valid(contract).org.chats[0]?.webhook).toBe(env.QIYE_WEBHOOK);
    const { org } = valid(group(', webhook: "http://${HOST}:${PORT}/send?access_token=x"'), {
      HOST: "127.0.0.1",
      PORT: "80",
      DINGTALK_OAPI_BASE: "http://127.0.0.1:80",
    });
    expect(org.chats[0]?.webhook).toBe("http://127.0.0.1:80/send?access_token=x");
  });

  it("needs each of these values, and names the one that is missing or empty", () => {
    for (const variables of [{}, { NAME: "" }] as const) {
      expect(errorsOf("park: { name: '${NAME}' }", variables)).toEqual([
        {
          path: "park.name",
          line: 1,
          message: "needs the environment variable NAME, which is not set: set it, for example in .env",
        },
      ]);
    }
  });

  it("does not replace again inside a value from the environment", () => {
    const { org } = valid("park: { name: '${A}' }", { A: "${B}", B: "secret" });
    expect(org.park.name).toBe("${B}");
  });

  it("has the park's usual zone and hours when it says nothing of them", () => {
    expect(valid(park).org).toMatchObject({
      park: { timeZone: "Asia/Shanghai", workingHours: ["08:30-12:00", "14:30-17:30"] },
      departments: [],
      holidays: { off: [], on: [] },
      policy: { limits: {}, categories: {}, ladder: {} },
    });
  });

  it("may leave a field empty", () => {
    expect(
      valid(`${park}digests:\ndepartments:\n  - code: power\n    name: 供电公司\n    aliases:\n`).org.departments[0]
        ?.aliases,
    ).toEqual([]);
  });

  it("may write dates with and without quotes, and may begin with a byte order mark", () => {
    expect(valid(`\ufeff${park}holidays: { off: [2027-02-05], on: ["2027-02-13"] }`).org.holidays).toEqual({
      off: ["2027-02-05"],
      on: ["2027-02-13"],
    });
  });

  it("may change the ladder: when, to whom, and the words; a step that reaches nobody is only doubtful", () => {
    const ladder =
      "policy: { ladder: { answer-warning: { at: 70% }, sign: { after: { urgent: 30m }, to: [head, coordinator], text: 请签收 }, stage: { to: [] } } }";
    const { org, warnings } = valid(changed("policy: {}", ladder));
    expect(org.policy.ladder).toEqual({
      "answer-warning": { at: "70%" },
      sign: { after: { urgent: "30m" }, to: ["head", "coordinator"], text: "请签收" },
      stage: { to: [] },
    });
    expect(warnings).toEqual([expect.stringContaining("policy.ladder.stage.to")]);
  });

  it("may say of a digest whether it is posted with nothing to say", () => {
    const digests = `${park}${coordinator}digests:\n  - { kind: coordinator-daily, cron: "30 17 * * *", empty: false }`;
    expect(valid(digests).org.digests).toEqual([{ kind: "coordinator-daily", cron: "30 17 * * *", empty: false }]);
    expect(errorsOf(digests.replace("false", "要"), {})).toEqual([
      expect.objectContaining({ path: "digests[0].empty", message: "must be true or false" }),
    ]);
  });

  it("may send the coordinator's day to the coordinators themselves, and give digests other words", () => {
    const digests = `${park}${coordinator}digests:\n  - { kind: coordinator-daily, cron: "30 17 * * *", title: 收工, note: 辛苦了 }`;
    expect(valid(digests).org.digests).toEqual([
      { kind: "coordinator-daily", cron: "30 17 * * *", title: "收工", note: "辛苦了" },
    ]);
  });

  it("may change limits for all issues and for one category", () => {
    const policy =
      "policy: { limits: { answer: { urgent: 4h, normal: 7d }, sign: { urgent: 30m } }, categories: { power: { answer: { normal: 5d } } } }";
    expect(valid(changed("policy: {}", policy)).org.policy).toEqual({
      limits: { answer: { urgent: "4h", normal: "7d" }, sign: { urgent: "30m" } },
      categories: { power: { answer: { normal: "5d" } } },
      ladder: {},
    });
  });
});

describe("every error at once", () => {
  const errors = errorsOf(fixture("twenty-mistakes.yaml"), { GONGDIAN_SECRET: "SECxyz" });

  it.each([
    ["park.timezone", 1, 'did you mean "timeZone"'],
    ["park.workingHours[1]", 1, "in order"],
    ["departments[0].code", 3, "letters a-z"],
    ["departments[0].trackedBy", 3, 'did you mean "economy"'],
    ["departments[2].code", 5, "departments[1]"],
    ["departments[2].name", 5, "departments[1]"],
    ["departments[2].level", 5, "park, city"],
    ["categories[0].department", 7, '"powr"'],
    ["categories[0].keyword", 7, 'did you mean "keywords"'],
    ["categories[0].answerDays", 7, "above zero"],
    ["people[0]", 11, "`enterprise:`"],
    ["people[1].dingtalk", 12, '"0254571"'],
    ["people[2].role", 13, 'did you mean "coordinator"'],
    ["people[2].wecom", 13, "people[0]"],
    ["chats[0].webhook", 15, "QIYE_WEBHOOK"],
    ["chats[1]", 16, "`department:`"],
    ["chats[1].secret", 16, "with a webhook"],
    ["chats[2].chatId", 17, "chats[0]"],
    ["chats[2].webhook", 17, "https://qyapi.weixin.qq.com/"],
    ["digests[0].kind", 19, "supervision"],
    ["digests[0].cron", 19, "never fires"],
    ["holidays.off[1]", 20, "a date that exists"],
    ["holidays.on[0]", 20, "holidays.off"],
    ["policy.limits.answr", 21, 'did you mean "answer"'],
    ["policy.limits.sign.normal", 21, "7d"],
    ["policy.categories.watr", 21, '"watr"'],
  ])("names %s on line %d", (path, line, words) => {
    expect(errors.find((error) => error.path === path)).toMatchObject({
      line,
      message: expect.stringContaining(words),
    });
  });

  it("names nothing else, in the order of the lines", () => {
    expect(errors).toHaveLength(26);
    expect(errors.map(({ line }) => line)).toEqual(
      errors.map(({ line }) => line).toSorted((one, other) => one - other),
    );
  });

  it("finds the line of a field in block style", () => {
    expect(errorsOf(`${park}departments:\n  - code: power\n    name: 供电公司\n    levle: city\n`)).toEqual([
      { path: "departments[0].levle", line: 5, message: 'unknown field; did you mean "level"?' },
    ]);
  });

  it("does not call a field missing that is only misspelt, but one that is", () => {
    expect(errorsOf("park: { nmae: 园区 }").map(({ path }) => path)).toEqual(["park.nmae"]);
    expect(errorsOf("park: {}")).toEqual([{ path: "park.name", line: 1, message: "is missing: it must be text" }]);
  });

  it("never shows a value of the environment", () => {
    const text = contract
      .replaceAll("audience: enterprise,", 'audience: "${QIYE_WEBHOOK}",')
      .replace("department: power,", 'department: "${QIYE_WEBHOOK}",');
    const errors = errorsOf(text, { QIYE_WEBHOOK: "http://hidden.example/", DUBAN_WEBHOOK: "ftp://hidden.example/" });
    expect(errors.length).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(errors)).not.toContain("hidden");
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["an empty file", "", "empty"],
    ["nothing but a comment", "# later\n", "empty"],
    ["a list", "- park", "mapping"],
    ["a word", "park", "mapping"],
    ["more than 1 MB", `${park}#${"x".repeat(1024 * 1024)}`, "1 MB"],
    ["two documents", `${park}---\n${park}`, "second document"],
    ["a text nested thousands of levels deep", "[".repeat(50_000), "nested too deeply"],
  ])("is refused with a sentence: %s", (_name, text, words) => {
    expect(
      errorsOf(text)
        .map(({ message }) => message)
        .join("\n"),
    ).toContain(words);
  });

  it("names the line of what is not YAML", () => {
    expect(errorsOf(`${park}people: [1\nchats: x`)[0]?.line).toBeGreaterThan(1);
  });

  it("refuses a field that is written twice, and aliases, without expanding them", () => {
    expect(errorsOf(`${park}${park}`)).toMatchObject([
      { path: "park", line: 2, message: expect.stringContaining("twice") },
    ]);
    const bomb = Array.from(
      { length: 40 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    ).join("\n");
    expect(errorsOf(`a0: &a0 [x]\n${bomb}`).some(({ message }) => message.includes("alias"))).toBe(true);
  });

  it("is refused when a field has the name of the prototype", () => {
    expect(errorsOf(`${park}__proto__: { x: 1 }`)).toMatchObject([{ path: "__proto__" }]);
  });
});

describe("rules between fields", () => {
  it.each([
    ["an environment variable that every object has", 'park: { name: "${toString}" }', {}, "park.name"],
    [
      "a tracking department of a park unit",
      `${park}departments:\n  - { code: a, name: A }\n  - { code: b, name: B, trackedBy: a }`,
      {},
      "departments[1].trackedBy",
    ],
    [
      "a tracking department of the city",
      `${park}departments:\n  - { code: a, name: A, level: city }\n  - { code: b, name: B, level: city, trackedBy: a }`,
      {},
      "departments[1].trackedBy",
    ],
    [
      "an alias that is another's name in other letters",
      `${park}enterprises:\n  - { code: a, name: ＡＢ科技 }\n  - { code: b, name: 乙, aliases: [ab 科技] }`,
      {},
      "enterprises[1].aliases[0]",
    ],
    [
      "two people of one name",
      `${park}people:\n  - { name: 李敏, role: admin, wecom: a }\n  - { name: 李敏, role: admin, wecom: b }`,
      {},
      "people[1].name",
    ],
    ["an officer without department", `${park}people:\n  - { name: 李敏, role: officer, wecom: a }`, {}, "people[0]"],
    [
      "a number as chat id",
      `${park}chats:\n  - { code: g, platform: dingtalk, chatId: 123, name: 群, audience: enterprise }`,
      {},
      "chats[0].chatId",
    ],
    [
      "a webhook of the other platform",
      group(', webhook: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x"'),
      {},
      "chats[0].webhook",
    ],
    [
      "a webhook that only looks like the platform's",
      group(', webhook: "https://oapi.dingtalk.com.example.com/robot/send"'),
      {},
      "chats[0].webhook",
    ],
    [
      "a webhook with a user name",
      group(', webhook: "https://a:b@oapi.dingtalk.com/robot/send"'),
      {},
      "chats[0].webhook",
    ],
    ["a webhook without encryption", group(', webhook: "http://oapi.dingtalk.com/robot/send"'), {}, "chats[0].webhook"],
    [
      "a digest of an unknown chat",
      `${group("")}digests:\n  - { chat: h, kind: enterprise-weekly, cron: "0 17 * * 5" }`,
      {},
      "digests[0].chat",
    ],
    [
      "the same digest twice",
      `${group("")}digests:\n  - { chat: g, kind: enterprise-weekly, cron: "0 17 * * 5" }\n  - { chat: g, kind: enterprise-weekly, cron: "0 17 * * 5" }`,
      {},
      "digests[1]",
    ],
    ["an unknown zone", "park: { name: 园区, timeZone: Asia/Shanghi }", {}, "park.timeZone"],
    ["no working hours", "park: { name: 园区, workingHours: [] }", {}, "park.workingHours"],
    [
      "hours that end before they start",
      'park: { name: 园区, workingHours: ["17:30-14:30"] }',
      {},
      "park.workingHours[0]",
    ],
    [
      "a limit past a year",
      `${park}policy: { limits: { answer: { normal: 366d } } }`,
      {},
      "policy.limits.answer.normal",
    ],
    [
      "a warning as long as its limit",
      `${park}policy: { ladder: { answer-warning: { before: { urgent: 1d } } } }`,
      {},
      "policy.ladder.answer-warning.before",
    ],
    [
      "a warning longer than the limit of one category",
      `${park}${power}categories:\n  - { code: c, name: 用电, department: power, keywords: [停电], answerDays: 2 }\npolicy: { ladder: { answer-warning: { before: { normal: 3d } } } }`,
      {},
      "policy.ladder.answer-warning.before",
    ],
    [
      "steps out of their order",
      `${park}policy: { ladder: { answer-late: { after: 4d } } }`,
      {},
      "policy.ladder.answer-supervision",
    ],
    [
      "two times for one step",
      `${park}policy: { ladder: { answer-due: { after: 1h, at: 90% } } }`,
      {},
      "policy.ladder.answer-due",
    ],
    ["too few decisions", `${park}policy: { routing: { leastCases: 2 } }`, {}, "policy.routing.leastCases"],
    ["a precision that is none", `${park}policy: { routing: { precision: 0.96 } }`, {}, "policy.routing.precision"],
    ["an unknown step", `${park}policy: { ladder: { answer-warn: { at: 70% } } }`, {}, "policy.ladder.answer-warn"],
    [
      "a share that is none",
      `${park}policy: { ladder: { answer-warning: { at: 120% } } }`,
      {},
      "policy.ladder.answer-warning.at",
    ],
    [
      "somebody unknown to remind",
      `${park}policy: { ladder: { sign: { to: [boss] } } }`,
      {},
      "policy.ladder.sign.to[0]",
    ],
    ["a span that is none", `${park}policy: { ladder: { sign: { after: soon } } }`, {}, "policy.ladder.sign.after"],
    [
      "a digest without a chat",
      `${park}digests:\n  - { kind: department-daily, cron: "30 8 * * *" }`,
      {},
      "digests[0]",
    ],
    [
      "an empty digest by another word",
      `${park}${coordinator}digests:\n  - { kind: coordinator-daily, cron: "30 8 * * *", empty: 要 }`,
      {},
      "digests[0].empty",
    ],
    ["a theme day that never comes", `${park}themeDay: { theme: 主题日, cron: "0 20 30 2 *" }`, {}, "themeDay.cron"],
    [
      "a theme day in an unknown chat",
      `${park}themeDay: { theme: 主题日, cron: "0 20 * * 1", chat: nowhere }`,
      {},
      "themeDay.chat",
    ],
    ["a name of two lines", 'park: { name: "园\\n区" }', {}, "park.name"],
  ])("refuse %s", (_name, text, variables, path) => {
    expect(errorsOf(text, variables).map((error) => error.path)).toEqual([path]);
  });

  it.each([
    "0 17 * *",
    "0 0 17 * * 5",
    "@weekly",
    "0 17 * * 5L",
    "0 17 * * 5#2",
    "0 17 L * *",
    "60 17 * * 5",
    "0 0 31 4 *",
    "H 1 * * *",
    "",
  ])("refuse the cron expression «%s»", (cron) => {
    expect(errorsOf(changed('"0 17 * * 5"', JSON.stringify(cron))).map(({ path }) => path)).toEqual([
      "digests[0].cron",
    ]);
  });

  it.each(["*/15 8-17 * * 1-5", "0 17 * * FRI", "0 0 29 2 *", "0 0 31 2 1"])(
    "accept the cron expression «%s»",
    (cron) => {
      expect(valid(changed('"0 17 * * 5"', JSON.stringify(cron))).org.digests[0]?.cron).toBe(cron);
    },
  );

  it("accept a webhook on loopback when the platform's base is there too, and on the host that the environment configures", () => {
    const local = { W: "http://localhost:3000/robot/send" };
    valid(group(', webhook: "${W}"'), { ...local, DINGTALK_OAPI_BASE: "http://127.0.0.1:3001" });
    expect(errorsOf(group(', webhook: "${W}"'), local)).toHaveLength(1);
    const webhook = "https://ding.park.example/robot/send";
    valid(group(', webhook: "${W}"'), { W: webhook, DINGTALK_OAPI_BASE: "https://ding.park.example" });
    expect(
      errorsOf(group(', webhook: "${W}"'), { W: webhook, WECOM_API_BASE: "https://ding.park.example" }),
    ).toHaveLength(1);
  });

  it("let an entry repeat its own name as an alias", () => {
    valid(`${park}enterprises:\n  - { code: a, name: 中塑, aliases: [中塑] }`);
  });
});

describe("warnings", () => {
  it.each([
    ["no coordinator", park, "coordinator"],
    [
      "a city unit that nobody tracks",
      `${park}${coordinator}departments:\n  - { code: a, name: A, level: city }`,
      "trackedBy",
    ],
    ["a WeCom group without a webhook", group("").replace("dingtalk", "wecom"), "nobody can be alerted by name there"],
    ["a person without an account", `${park}${coordinator}  - { name: 张三, role: admin }`, "people[1]"],
    [
      "a department that the role has no use for",
      `${park}${power}${coordinator.replace("role", "department: power, role")}`,
      "no effect",
    ],
    ["a department in an enterprise group", group(", department: power"), "no effect"],
    [
      "a keyword of two categories",
      `${park}${power}${coordinator}categories:\n  - { code: a, name: 甲, department: power, keywords: [停电] }\n  - { code: b, name: 乙, department: power, keywords: [停电] }`,
      "停电",
    ],
    ["a secret in the file", group(', webhook: "https://oapi.dingtalk.com/robot/send?access_token=x"'), "${NAME}"],
  ])("tell of %s, and only of that", (_name, text, words) => {
    const { warnings } = valid(text);
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });

  it("never show a secret", () => {
    const text = group(', webhook: "https://oapi.dingtalk.com/robot/send?access_token=hidden1", secret: SEChidden2');
    const { warnings } = valid(text);
    expect(warnings).toHaveLength(2);
    expect(warnings.join()).not.toContain("hidden");
  });
});
