import { desc } from "drizzle-orm";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { looksOf } from "../../src/store/disclosures.ts";
import { issues } from "../../src/store/schema.ts";
import { reportLinks } from "../../src/store/schema-board.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";
import { hiddenIn, hiddenValue, type Visited, Visitor } from "../support/visitor.ts";

/** The form for companies and the page in the lobby, on the sample park. Each browser has an address of its own. */
const MONDAY = "2026-11-16T09:00:00+08:00";
const ON = { REPORT_FORM: "on", PUBLIC_PAGE: "on", TRUST_PROXY: "1", PUBLIC_URL: "https://board.example.org" };

let addresses = 0;
const browser = (park: Park, address = `10.1.0.${++addresses}`) => new Visitor(park, { "x-forwarded-for": address });

/** Fills the form in and sends it. */
async function report(visitor: Visitor, fields: Readonly<Record<string, string>>): Promise<Visited> {
  const form = hiddenValue((await visitor.open("/report")).html, "form");
  return visitor.post("/report", { form, ...fields });
}

const POWER = { company: "湖南中塑科技有限公司", phone: "138 0000-1111", text: "三车间昨晚停电两次，影响交货" };

describe("what is open to who has no account", () => {
  let database: TestDatabase;
  let park: Park;

  beforeAll(async () => {
    database = await freshDatabase("postgresql");
    park = await startPark(database, MONDAY, ON);
  });

  afterAll(async () => {
    await park.close();
    await database.drop();
  });

  it("shows the counts and the trend to anybody, without a name or a text, and is made once a minute", async () => {
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    const page = await browser(park).open("/public");
    expect(page.text).toMatch(/收集\s+1/);
    expect(page.html).toContain('<meta http-equiv="refresh" content="60"');
    for (const hidden of ["中塑", "供电", "停电", "周长友"]) expect(page.html).not.toContain(hidden);
    await park.say("周长友", "qiye", "诉求 厂门口路面塌陷");
    expect((await browser(park).open("/public")).html).toBe(page.html);
    await park.at("2026-11-16T09:02:00+08:00");
    expect((await browser(park).open("/public")).text).toMatch(/收集\s+2/);
    const response = await fetch(`${park.app.url}/public`);
    expect(response.headers.get("cache-control")).toBe("public, max-age=60");
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  variant("files what somebody without an account raises, and leads through it by a link of its own", async () => {
    const company = browser(park);
    const form = hiddenValue((await company.open("/report")).html, "form");
    const sent = await company.post("/report", { form, ...POWER });
    const link = sent.to ?? "";
    expect(link).toMatch(/^\/report\/[0-9a-f]{48}$/);
    // Sent again it is the same, and filed once.
    expect((await company.post("/report", { form, ...POWER })).to).toBe(link);
    await park.settle();
    const first = await browser(park).open(link);
    const id = Number(/诉求 #(\d+)/.exec(first.text)?.[1]);
    const path = `/issues/${id}`;
    expect(first.text).toMatch(/责任单位\s+供电公司/);
    expect(first.html).not.toContain('href="/issues');
    // The department has it as from a chat; who says to be which company, the coordinator hears, with the number in full.
    expect(park.said("gongdian").at(-1)).toContain("三车间昨晚停电两次");
    expect(park.said("李敏").join("\n")).toContain("扫码填报，电话 13800001111");
    expect(park.said("duban").join("\n")).not.toContain("13800001111");
    const office = await Visitor.as(park, "李敏");
    expect((await office.open(path)).text).toMatch(/未核实[\s\S]*扫码填报/);
    expect((await (await Visitor.as(park, "赵长河")).open(path)).text).not.toContain("13800001111");
    const power = await Visitor.as(park, "王建国");
    for (const visitor of [office, power]) {
      const page = await visitor.open(path);
      expect(page.text).toContain("扫码填报，电话 138****1111");
      const key = hiddenValue(page.html, "form");
      const cells = async (asked?: Readonly<Record<string, string>>) =>
        JSON.stringify((await readXlsx((await visitor.download("/issues.xlsx", asked)).bytes)).sheets[0]?.rows);
      const masked = await cells();
      expect(masked).toContain("扫码填报，电话 138****1111");
      expect(page.text + masked).not.toContain("13800001111");
      expect(await looksOf(park.app.db, id, { before: null, limit: 9 })).toHaveLength(visitor === office ? 0 : 2);
      expect(await cells({ form: key })).toContain("扫码填报，电话 13800001111");
      expect((await visitor.post(`${path}/contacts`, { form: key })).text).toContain("扫码填报，电话 13800001111");
    }
    await power.send(id, "sign");
    await power.send(id, "note", { text: "内部先不说" });
    await power.send(id, "ask", { text: "请问是哪一路电" });
    const asked = await company.open(link);
    expect(asked.text).toContain("请问是哪一路电");
    expect(asked.text).not.toContain("内部先不说");
    const send = async (action: string, fields: Readonly<Record<string, string>> = {}) => {
      const { html } = await company.open(link);
      const done = await company.post(link, { ...hiddenIn(html, action), ...fields });
      return company.open(done.to ?? "");
    };
    expect((await send("supplement", { text: "二号变压器那一路" })).text).toContain("已补充");
    await power.send(id, "answer", { text: "已换线，请核实" });
    expect((await company.open(link)).text).toContain("已换线，请核实");
    expect((await send("unsolved", { reason: "" })).text).toContain("原因");
    expect((await send("unsolved", { reason: "还在跳闸" })).text).toContain("办理中");
    await power.send(id, "answer", { text: "换了开关" });
    const old = hiddenIn((await company.open(link)).html, "solved");
    expect((await send("solved")).text).toContain("已办结");
    expect((await send("rate", { rating: "5", opinion: "很快" })).text).toContain("5 分");
    // Decided on a page that is older, by a forged form, or what is not the company's: nothing happens.
    const late = await company.post(link, old);
    expect((await company.open(late.to ?? "")).text).toContain("已办结");
    expect((await company.post(link, { ...old, form: "forged" })).status).toBe(403);
    const rows = await park.app.db.select().from(reportLinks);
    expect(JSON.stringify(rows)).not.toContain(link.slice("/report/".length));
    expect(rows).toHaveLength(1);
  });

  it("is nobody's of the company that it names until the coordinator has vouched for it, and then the company's", async () => {
    const text = "车间主管克扣工资，请联系 13800007777";
    const sent = await report(browser(park), { company: "潇湘食品", phone: "13800007777", text });
    const link = sent.to ?? "";
    const id = Number(/诉求 #(\d+)/.exec((await browser(park).open(link)).text)?.[1]);
    const own = await park.say("罗建平", "qiye", "诉求 厂区路灯不亮");
    const liaison = await Visitor.as(park, "罗建平");
    const direct = (words: string) => park.say("罗建平", "direct", words, { platform: "wecom" });
    const lists = async () =>
      [
        await liaison.open("/issues"),
        await liaison.open("/todo"),
        await liaison.open(`/issues?q=${encodeURIComponent("工资")}`),
      ]
        .map((page) => page.text)
        .join("\n") +
      (await direct("我的")) +
      (await direct("搜索 工资"));
    expect(await lists()).not.toContain("工资");
    expect((await liaison.open("/issues")).text).toContain("路灯");
    expect(await liaison.open(`/issues/${id}`)).toMatchObject({ status: 404 });
    for (const words of [`进度 ${id}`, `撤回 ${id}`, `补充 ${id} 没有的事`, `催办 ${id}`])
      expect(await direct(words), words).toContain("这里没有这个编号的诉求");
    // Nor may what the company has raised itself go where it cannot follow it.
    const ownId = Number(/#(\d+)/.exec(own)?.[1]);
    const office = (words: string) => park.say("李敏", "direct", words, { platform: "wecom" });
    expect(await office(`合并 ${ownId} ${id}`)).toContain("请先核实");
    expect((await browser(park).open(link)).html).toContain('value="supplement"');
    expect(park.said("李敏").join("\n")).toContain("核实前，该企业的其他人看不到这一件");
    expect(await office(`核实 ${id}`)).toMatch(/扫码填报的联络人是永州潇湘食品.*能看到/u);
    expect(await lists()).toContain("工资");
    expect(await liaison.open(`/issues/${id}`)).toMatchObject({ status: 200 });
    expect(await direct(`补充 ${id} 已补发`)).toContain("已补充");
  });

  it("keeps what was filled in with what is wrong with it, takes a company that nobody listed, and calls for help first", async () => {
    const before = await park.app.db.$count(issues);
    const wrong: readonly [Readonly<Record<string, string>>, string][] = [
      [{ ...POWER, company: "中" }, "请填写企业名称"],
      [{ ...POWER, company: "名".repeat(61) }, "请填写企业名称"],
      [{ ...POWER, phone: "12345" }, "请填写能打通的"],
      [{ ...POWER, text: "" }, "请写明诉求内容"],
      [{ ...POWER, text: "长".repeat(2001) }, "2000"],
      [{ ...POWER, form: "made-up" }, "还没有提交"],
      [{ ...POWER, company: "有限公司" }, "全称"],
    ];
    for (const [fields, said] of wrong) {
      const answer = await report(browser(park), fields);
      expect(answer.status, said).toBe(400);
      expect(answer.text).toContain(said);
      expect(answer.html).toContain(`value="${fields["phone"]}"`);
      expect(answer.html).toContain(fields["text"]);
    }
    expect(await park.app.db.$count(issues)).toBe(before);
    const unlisted = await report(browser(park), {
      company: "云边纸品厂<b>",
      phone: "０７４６－８８８８８８８",
      text: "锅炉房着火了，保密 <script>alert(1)</script>",
    });
    const page = await browser(park).open(unlisted.to ?? "");
    expect(page.text).toContain("119");
    expect(page.html).not.toContain("<script>alert");
    await park.settle();
    expect(park.said("李敏").join("\n")).toContain("云边纸品厂");
    const newest = () => park.app.db.select().from(issues).orderBy(desc(issues.id)).limit(1);
    const [issue] = await newest();
    expect(issue).toMatchObject({ urgency: "urgent", reporterVerified: false, reporterUserId: "07468888888" });
    // The org file need not know it, and the coordinator can vouch for it.
    await park.say("李敏", "direct", `核实 ${issue?.id}`, { platform: "wecom" });
    const [verified] = await newest();
    expect(verified?.reporterVerified).toBe(true);
    const found = await browser(park).open("/report/nothing");
    expect(found).toMatchObject({ status: 404, text: expect.stringContaining("这个链接不对") });
  });

  variant("is limited by number and by address, and links cannot be tried without end", async () => {
    const by = (phone: string, address?: string, company = POWER.company) =>
      report(browser(park, address), { ...POWER, phone, company });
    // What was refused is not counted as filed; from one address it cannot be tried without end.
    for (let time = 0; time < 8; time++)
      expect(await by("13800002222", "192.0.2.3", "有限公司")).toMatchObject({ status: 400 });
    for (let time = 0; time < 12; time++) expect((await by("12345", "192.0.2.3")).status).toBe(400);
    expect(await by("12345", "192.0.2.3")).toMatchObject({ status: 429, text: expect.stringContaining("太频繁") });
    expect((await by("13800002222")).status).toBe(303);
    expect((await by("+86 138 0000 2222")).status).toBe(303);
    const third = await by("13800002222");
    expect(third).toMatchObject({ status: 429, text: expect.stringContaining("太频繁") });
    expect(third.html).toContain(POWER.text);
    for (let time = 0; time < 5; time++) expect((await by(`1390000000${time}`, "192.0.2.1")).status).toBe(303);
    expect((await by("13900000009", "192.0.2.1")).status).toBe(429);
    const trying = browser(park, "192.0.2.2");
    for (let time = 0; time < 10; time++) expect((await trying.open(`/report/${time}`)).status).toBe(404);
    expect((await trying.open("/report/10")).status).toBe(429);
  });

  it("has a sheet with its code for the coordinator, and is off unless it is switched on", async () => {
    const sheet = await (await Visitor.as(park, "李敏")).open("/report/poster");
    expect(sheet.html).toContain('src="data:image/png;base64,');
    expect(sheet.text).toContain("https://board.example.org/report");
    expect((await (await Visitor.as(park, "王建国")).open("/report/poster")).status).toBe(404);
    expect((await browser(park).open("/report/poster")).to).toBe("/login");
    const off = await openQuietPark(MONDAY);
    for (const path of ["/report", "/report/abc", "/public"])
      expect(await browser(off).open(path), path).toMatchObject({
        status: 404,
        text: expect.stringContaining("没有这个页面"),
      });
    expect((await browser(off).post("/report", POWER)).status).toBe(404);
  });
});
