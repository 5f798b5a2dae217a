import { describe, expect, it } from "vitest";
import { fingerprintIn } from "../../src/issues/fingerprint.ts";
import type { Park } from "../support/park.ts";
import { pdfPages } from "../support/pdf.ts";
import { openPark } from "../support/story.ts";
import { Visitor } from "../support/visitor.ts";
import { paragraphsOf } from "../support/zip.ts";

const files = (park: Park) =>
  park
    .messages("duban")
    .flatMap(({ format, media }) => (format === "file" && media !== undefined ? [media.name ?? ""] : []));

/** 李敏 coordinates, 赵长河 leads, 王建国 heads the power company; 周长友 speaks for a company. */
describe("the month report", () => {
  it("comes by itself once, with the fingerprint of the record, and is read and taken from a page of the board", async () => {
    const park = await openPark("2026-10-31T16:30:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次，影响交货");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "措施 1 更换老化开关 11月5日前");
    await park.say("周长友", "direct", "保密诉求 供水管道漏水");
    const office = await Visitor.as(park, "李敏");
    expect((await office.open("/reports")).text).toContain("本月没有留下记录指纹");
    const running = await office.open("/reports?month=2026-10");
    expect(running.text).toContain("共受理企业诉求 2 件");
    expect(running.text).toContain("记录指纹在月末之后生成");

    await park.at("2026-11-01T09:30:00+08:00");
    // Later looks bring none more.
    await park.at("2026-11-02T08:31:00+08:00");
    await office.enter("李敏");
    const posted = park.said("duban").filter((text) => text.includes("chaxu-fingerprint-1"));
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain("诉求办理月报　2026年10月");
    expect(files(park)).toEqual([
      "诉求办理月报-2026-10.docx",
      "诉求办理月报-2026-10.pdf",
      expect.stringMatching(/^责任清单-2026-11-0\d\.docx$/),
      "记录指纹-2026-10.txt",
    ]);
    const kept = fingerprintIn(posted[0] ?? "");
    expect(kept).toMatchObject({ month: "2026-10", at: "2026-10-31T16:00:00.000Z" });

    const page = await office.open("/reports");
    expect(page.text).toContain("2026年10月月报");
    expect(page.text).toContain("2026年10月，共受理企业诉求 2 件，比上月增加 2 件");
    expect(fingerprintIn(page.html)).toEqual(kept);
    const word = await office.download("/reports/2026-10.docx");
    expect(word.header).toContain(encodeURIComponent("诉求办理月报-2026-10.docx"));
    const pdf = await office.download("/reports/2026-10.pdf");
    const text = pdfPages(pdf.bytes).flat().join("");
    expect(fingerprintIn(text.replaceAll(/—\d+—/g, ""))).toEqual(kept);
    expect(fingerprintIn(paragraphsOf(word.bytes).join("\n"))).toEqual(kept);
    const { bytes } = await office.download("/reports/2026-10.txt");
    expect(fingerprintIn(bytes.toString("utf8"))).toEqual(kept);
    expect((await office.download("/reports/audit-key.pem")).bytes.toString()).toContain("BEGIN PUBLIC KEY");
    // Of what was promised it tells, and of nothing that was confided.
    const words = paragraphsOf(word.bytes).join("|");
    expect(words).toContain("落实承诺在2026年11月完成的措施 1 件：#1 三车间昨晚停电两次");
    const examples = words.slice(words.indexOf("四、典型诉求"), words.indexOf("五、政企"));
    expect(examples).toContain("湖南中塑科技有限公司反映（#1）");
    expect(examples).not.toContain("漏水");
  });

  it("is for those who see the whole park, and what is no month gets a sentence", async () => {
    const park = await openPark("2026-10-28T09:00:00+08:00");
    const leader = await Visitor.as(park, "赵长河");
    expect((await leader.open("/reports")).status).toBe(200);
    for (const path of [
      "/reports?month=2026-13",
      "/reports?month=2030-01",
      "/reports?month=x",
      "/reports/2026-11.pdf",
    ]) {
      const { status, text } = await leader.open(path);
      expect([status, text]).toEqual([path.includes("?") ? 400 : 404, expect.stringContaining("没有这个月的月报")]);
    }
    for (const path of ["/reports/2026-09.txt", "/reports/2026-10.exe", "/reports/..%2f2026-10.pdf"])
      expect((await leader.open(path)).status).toBe(404);
    for (const person of ["王建国", "周长友"]) {
      const visitor = await Visitor.as(park, person);
      for (const path of ["/reports", "/reports/2026-10.docx", "/reports/audit-key.pem", "/reports/duties.docx"])
        expect((await visitor.open(path)).status).toBe(404);
      expect((await visitor.open("/issues")).html).not.toContain("/reports");
    }
    const company = await Visitor.as(park, "周长友");
    expect((await company.open("/issues.docx")).status).toBe(404);
  });
});

describe("the list of duties as a Word document", () => {
  it("has the rows of the list that is open, for each person what he may see, on a page that lies", async () => {
    const park = await openPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    await park.say("王建国", "gongdian", "措施 1 更换老化开关 11月19日前");
    await park.say("周长友", "direct", "保密诉求 中塑科技供水管道漏水");
    await park.say("周长友", "qiye", "撤回 1 已经好了");
    await park.say("唐志强", "qiye-dingtalk", "诉求 紧急 变压器跳闸");
    const wordFor = async (person: string, query = "") => {
      const { bytes, header } = await (await Visitor.as(park, person)).download(`/issues.docx${query}`);
      expect(header).toContain(encodeURIComponent("责任清单-2026-11-16.docx"));
      return paragraphsOf(bytes).join("|");
    };
    const whole = await wordFor("李敏");
    expect(whole).toContain("永州经开区企业诉求责任清单|截至 2026年11月16日，共 2 件|");
    expect(whole).toContain("|序号|编号|诉求内容|解决措施|责任单位|责任人|完成时限|办理状态|1|3|");
    expect(whole).not.toContain("三车间");
    expect(await wordFor("赵长河")).toContain("某企业供水管道漏水");
    expect(await wordFor("王建国")).not.toContain("漏水");
    expect(await wordFor("李敏", "?category=power")).toContain("共 1 件");
    expect((await (await Visitor.as(park, "李敏")).open("/issues?state=open")).html).toContain(
      "/issues.docx?state=open",
    );
  });
});
