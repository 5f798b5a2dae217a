import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { route } from "../../src/cli/route.ts";
import { Experience } from "../../src/domain/routing/experience.ts";
import { audit } from "../../src/issues/audit.ts";
import { followDecisions } from "../../src/issues/learn.ts";
import { lessons } from "../../src/store/schema-routing.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";
import { hiddenValue, Visitor } from "../support/visitor.ts";

/** 周长友 raises, 王建国 heads the power company, 李敏 coordinates, 孙磊 administers. */
const MONDAY = "2026-11-16T09:00:00+08:00";

describe("routing, tried out", () => {
  let database: TestDatabase;
  let park: Park;
  let folder: string;
  let env: Readonly<Record<string, string>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "chaxu-route-"));
    database = await freshDatabase("postgresql");
    env = { DATABASE_URL: database.databaseUrl ?? "", DATA_DIR: database.dataDir };
    park = await startPark(database, MONDAY);
    for (const words of ["三车间停电", "钟楼太远，电话 13800001111", "四车间停电", "保密 五车间停电", "大门口停电"])
      await park.say("周长友", words.startsWith("保密") ? "direct" : "qiye", `诉求 ${words}`);
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("李敏", "direct", "派单 2 社会局");
    await park.say("王建国", "gongdian", "退单 3 园区内部线路 建议住建局");
    await park.say("李敏", "direct", "同意 3");
    await park.say("李敏", "direct", "派单 3 住建局");
    await park.say("周长友", "qiye", "撤回 5");
  });

  afterAll(async () => {
    await park.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(...words: readonly string[]) {
    const [said, complained]: [string[], string[]] = [[], []];
    const terminal = { say: (line: string) => said.push(line), complain: (line: string) => complained.push(line) };
    const code = await route({ words, env, ...terminal });
    return { code, said, complained };
  }

  it("says of each line of a file what would become of it, and names those that are none", async () => {
    const path = join(folder, "messages.jsonl");
    const lines = [
      { text: "六车间跳闸", unit: "供电局", company: "中塑科技" },
      { title: "路面坑洼", text: "大门口到处是坑", label: "construction" },
      { text: "停电以后路面坑洼", unit: "交通运输局" },
      { text: "钟楼太远", unit: "没有的局" },
      { text: "随便说说", category: "融资", unit: "finance" },
      { text: "" },
      { text: ["六车间"] },
      { title: "无" },
    ];
    await writeFile(path, `\uFEFF${lines.map((one) => JSON.stringify(one)).join("\r\n")}\n\n[1]\n`);
    const { code, said } = await run(path, "--lang", "zh");
    expect(code).toBe(0);
    const text = said.join("\n");
    expect(said[0]).toBe("第 1 行 中塑科技：自动派给 跳闸 → 用电 → 供电公司。实际：供电公司，对");
    expect(text).toMatch(/第 2 行：自动派给 路面 → 交通 → 交通运输局。实际：建设管理局，不对/);
    expect(text).toMatch(/第 3 行：交营商办派单，建议 .*；.*。实际：交通运输局，(?:对|在建议之中)/);
    expect(text).toMatch(
      /第 6 行：交营商办派单，没有建议\n第 7 行 text 不是文字.*\n第 8 行 没有 text.*\n第 10 行 不是 JSON/,
    );
    expect(text).toContain("共 6 条，其中会自动派单的 50.0%（3/6）。");
    expect(text).toContain("与实际派单对照 4 条：自动派单正确 66.7%（2/3）");
    expect(text).toContain("1 条：实际建设管理局，程序选交通运输局（其中自动派单 1 条）");
    expect(text).toMatch(/3 行没有计入，第一处：第 7 行.*\n1 条没有对照，机构文件里没有这些单位：没有的局。/);
    const json = (await run(path, "--json")).said.map((line) => JSON.parse(line));
    expect(json[0]).toMatchObject({ line: 1, automatic: true, unit: "power", decided: "power", hit: "first" });
    expect(json.at(-1)).toMatchObject({
      figures: { messages: 6, automatic: 3, first: expect.any(Number), leftOut: 3 },
    });
    // What is no list of messages.
    await writeFile(path, `二车间停水\n${JSON.stringify({ text: "又停电了" })}\n{没有写完`);
    const { said: mixed } = await run(path);
    expect(mixed[0]).toMatch(/^line 1: by itself to 停水/);
    expect(mixed[1]).toMatch(/^line 2: by itself to 停电/);
    expect(mixed.join("\n")).toContain("3 messages");
    await writeFile(path, Buffer.from([0xb2, 0xe2, 0xca, 0xd4]));
    expect((await run(path)).complained.join()).toMatch(/no text in UTF-8/);
    await writeFile(path, "\n \n");
    expect([(await run(path)).code, (await run(join(folder, "none"))).code, (await run()).code]).toEqual([1, 1, 2]);
    expect((await run("--month")).complained[0]).toContain("Behind --month its value is missing");
  });

  it("says what would become of a month's issues, beside what people decided, at the terminal and on a page", async () => {
    const { code, said } = await run("--month", "2026-11", "--lang", "zh");
    expect(code).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^#1 三车间停电：自动派给 停电 → 用电 → 供电公司。实际：供电公司，对$/),
      expect.stringMatching(/^#2 钟楼太远.*：交营商办派单.*实际：社会事务局/),
      expect.stringMatching(/^#3 四车间停电：自动派给 停电.*实际：建设管理局，不对$/),
      // Nobody has signed for it yet.
      expect.stringMatching(/^#4 五车间停电：自动派给 停电 → 用电 → 供电公司$/),
      expect.stringContaining("共 4 条，其中会自动派单的 75.0%（3/4）"),
      expect.stringContaining("与实际派单对照 3 条：自动派单正确 50.0%（1/2）"),
      "与实际不同的，多的在前：",
      ...[1, 2].map(() => expect.stringMatching(/^ {2}1 条：/)),
    ]);
    expect((await run("--month", "2027-01")).complained[0]).toContain("2027-01 is no month that has begun");
    const office = await Visitor.as(park, "李敏");
    const page = await office.open("/routing?month=2026-11");
    expect(page.text).toContain("共 4 条，其中会自动派单的 75.0%（3/4）");
    expect(page.text).toMatch(/#1 三车间停电 自动派单 供电公司\s+停电 → 用电 → 供电公司\s+供电公司 对/);
    expect(page.text).toMatch(/#2 钟楼太远/);
    expect(page.text).not.toContain("13800001111");
    expect((await office.open("/routing?month=2026-10")).text).toContain("这个月没有诉求。");
    expect((await office.open("/routing?month=2026-10")).html).not.toContain('value="2026-10"');
    expect((await office.open("/routing?month=1999-01")).status).toBe(400);
    for (const person of ["周长友", "王建国", "赵长河"])
      expect((await (await Visitor.as(park, person)).open("/routing?month=2026-11")).status, person).toBe(404);
  });

  it("shows the figures of each month, which the record proves, and what was learned", async () => {
    const { db } = park.app;
    const admin = await Visitor.as(park, "孙磊");
    const before = await admin.open("/routing");
    expect(before.text).toContain("在此之前只看责任清单");
    // Raised 1 to 4, three by itself, of which one was given back; dispatched all four.
    expect(before.text).toMatch(/2026年11月 4 75\.0%（3\/4） 66\.7%（2\/3） 75\.0%（3\/4）/);
    expect(before.text).not.toContain("2026年10月");
    const stats = await park.say("李敏", "direct", "统计");
    expect(stats).toContain("75.0%（3/4）");
    expect(stats).toContain("派单准确率");
    expect(await audit(db, park.app.clock.now())).toHaveProperty("figures");
    const kept = { learnedAt: new Date(MONDAY), decisions: 80, precision: 0.975, held: 40, sure: 30, right: 29 };
    await db
      .insert(lessons)
      .values({ ...kept, upTo: 1, gone: 2, contradicting: 3, learned: new Uint8Array(), sureFrom: 1 });
    const { text } = await admin.open("/routing");
    // What cannot be read is as if nothing was learned, and holds nothing up.
    const experience = new Experience();
    await followDecisions(db, experience);
    expect([experience.version, experience.isOld]).toEqual([0, false]);
    expect(text).toMatch(
      /第 \d+ 版 11月16日 周一 09:00 80 97\.5% 75\.0%（30\/40） 96\.7%（29\/30） 2 件的单位已撤销.*；3 件内容相同/,
    );
    expect(text).toMatch(/学到的不足 10 件.*经济发展局（0）/);
    await db.delete(lessons);
  });

  it("tries what is pasted or uploaded, changes nothing, and says what is wrong", async () => {
    const office = await Visitor.as(park, "李敏");
    const form = hiddenValue((await office.open("/routing")).html, "form");
    const counted = await park.app.db.$count(lessons);
    const send = (messages: string, file?: BlobPart) =>
      office.upload("/routing", { form, messages }, file === undefined ? undefined : new File([file], "a.jsonl"));
    const pasted = await send(
      '{"text":"<b>六车间</b>跳闸","unit":"power"}\n{"text":1.5}\n{"x":1}\n{"text":"钟楼太远","unit":"没有的局"}',
    );
    expect(pasted.status).toBe(200);
    expect(pasted.html).toContain("&lt;b>六车间&lt;/b>跳闸");
    expect(pasted.text).toMatch(/自动派单 供电公司\s+跳闸 → 用电 → 供电公司\s+供电公司 对/);
    expect(pasted.text).toMatch(/没有计入的行（1）\s*第 3 行：没有 text/);
    expect(pasted.text).toContain("1 条没有对照，机构文件里没有这些单位：没有的局。");
    expect((await send("", "二车间停水\n车间停电\n")).text).toContain("共 2 条，其中会自动派单的 100.0%（2/2）");
    const wrong = [
      [await send(""), 400, "请填写内容"],
      [await send("停电", "停水"), 400, "内容和文件只能选一样"],
      [await send("", new Uint8Array([0xb2, 0xe2])), 400, "不是 UTF-8"],
      [await send("停电\n".repeat(2001)), 400, "有 2001 行，超过 2000 行"],
      [await send("", "a".repeat(1024 * 1024 + 1)), 413, "超过 1 MB"],
      [await send("停".repeat(400_000)), 413, "超过 1 MB"],
    ] as const;
    for (const [{ status, text }, code, words] of wrong)
      expect([status, text]).toEqual([code, expect.stringContaining(words)]);
    const company = await Visitor.as(park, "周长友");
    const key = hiddenValue((await company.open("/issues")).html, "form");
    expect((await company.upload("/routing", { form: key, messages: "停电" })).status).toBe(403);
    expect((await office.upload("/routing", { form: "x", messages: "停电" })).status).toBe(403);
    expect(await park.app.db.$count(lessons)).toBe(counted);
  });
});
