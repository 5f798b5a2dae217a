import { describe, expect, it } from "vitest";
import type { KnownBody } from "../../src/domain/notice/notice.ts";
import { replyPlace, tell } from "../../src/issues/tell.ts";
import type { SimMessage } from "../../src/sandbox/world.ts";
import type { Park } from "../support/park.ts";
import { pdfPages } from "../support/pdf.ts";
import { quietBeginning } from "../support/story.ts";
import { variant } from "../support/told.ts";

import { paragraphsOf, unzip } from "../support/zip.ts";

const PNG = Buffer.from("89504e470d0a1a0a", "hex");

/** When the month is told and people begin to ask: after the pictures that come by themselves with Monday's digest. */
const ASKED = new Date("2026-11-03T09:00:00+08:00");

/** The pictures and files that the bot showed in a chat since then, oldest first. */
function shown(park: Park, chat: string): readonly SimMessage[] {
  return park.messages(chat).filter((one) => one.media !== undefined && one.at >= ASKED);
}

function bytesOf(park: Park, message: SimMessage | undefined): Buffer {
  const file = park.sandbox.world.media.get(message?.media?.id ?? "");
  if (file === undefined) throw new Error("nothing was shown");
  return file.bytes;
}

/** The addresses of the links in a text, for this program: PUBLIC_URL names another host. */
function linksIn(park: Park, text: string): readonly string[] {
  const links = [...text.matchAll(/\]\((http[^)]+)\)/gu)].map((match) => new URL(match[1] ?? ""));
  return links.map((link) => `http://127.0.0.1:${park.app.port}${link.pathname}`);
}

/** Three issues of October, of which one is solved, one is overdue and confidential, and one is on hold; and one of November. */
const aMonth = quietBeginning(
  "2026-10-12T09:00:00+08:00",
  { PUBLIC_URL: "https://chaxu.example.gov.cn" },
  async (park) => {
    await park.say("陈立新", "qiye", "诉求 环评材料要交几次");
    await park.say("黄志华", "shenpi", "签收 1");
    await park.say("黄志华", "shenpi", "措施 1 一次告知 10月20日前");
    await park.say("黄志华", "shenpi", "答复 1 一次");
    await park.say("陈立新", "qiye", "已解决 1");
    await park.say("周长友", "direct", "保密 诉求 中塑科技三车间停电，电话 13812345678");
    await park.say("王建国", "gongdian", "签收 2");
    await park.say("罗建平", "qiye", "诉求 园区路面坑洼");
    await park.say("魏强", "jiaotong", "签收 3");
    await park.say("魏强", "jiaotong", "挂账 3 11月20日 等待施工");
    await park.say("赵长河", "duban", "同意 3");
    await park.at("2026-11-03T09:00:00+08:00");
    await park.say("何静", "qiye", "诉求 停水");
  },
);

describe("统计 图", () => {
  it("puts the trend as a picture into the WeCom supervision group, with one sentence", async () => {
    const park = await aMonth();
    await park.say("李敏", "duban", "统计 图");
    // The sentence and the picture go by different ways, and either may be first.
    expect(park.said("duban").slice(-2)).toContain("诉求趋势图，截至 11月3日 周二，随后发到这里。");
    const [picture, ...more] = shown(park, "duban");
    expect(more).toEqual([]);
    expect(picture).toMatchObject({ format: "picture", media: { mime: "image/png" } });
    expect(bytesOf(park, picture).subarray(0, 8)).toEqual(PNG);
  });

  it("sends it to 王建国 in a DingTalk direct chat", async () => {
    const person = "王建国";
    const park = await aMonth();
    await park.say(person, "direct", "统计 图", { platform: "dingtalk" });
    // The reply and the picture go by different ways, and either may be first.
    expect(park.said(person).slice(-2).join("\n")).toContain("随后发到这里");
    const [picture] = shown(park, person);
    expect(picture).toMatchObject({ platform: "dingtalk", format: "picture" });
    expect(bytesOf(park, picture).length).toBeLessThan(300_000);
    expect(shown(park, "duban")).toEqual([]);
  });

  variant("answers with a link in a WeCom direct chat, and the link holds the picture", async () => {
    const park = await aMonth();
    const said = await park.say("赵长河", "direct", "统计 图", { platform: "wecom" });
    expect(said).toContain("](https://chaxu.example.gov.cn/files/");
    const [link = ""] = linksIn(park, said);
    const response = await fetch(link);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await response.arrayBuffer()).subarray(0, 8)).toEqual(PNG);
    expect((await fetch(link.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).status).toBe(404);
    await park.at("2026-12-03T08:59:00+08:00");
    expect((await fetch(link)).status).toBe(200);
    await park.at("2026-12-03T09:01:00+08:00");
    const late = await fetch(link);
    expect([late.status, await late.text()]).toEqual([404, expect.stringContaining("已过期")]);
  });

  it("says in an enterprise group where to ask, and sends nothing", async () => {
    const park = await aMonth();
    for (const asked of ["统计 图", "统计 月报"]) {
      expect(await park.say("李敏", "qiye", asked)).toBe(
        "趋势图和月报不发到企业群，请在督办群或私聊里发：统计 图、统计 上月",
      );
    }
    expect(await park.say("李敏", "qiye", "统计 上月")).toContain("不发到企业群");
    expect(shown(park, "qiye")).toEqual([]);
    expect(await park.say("周长友", "qiye", "统计 图")).toContain("供工作人员使用");
  });
});

describe("the month report", () => {
  variant("comes as a document after 统计 上月, with the figures of that month", async () => {
    const park = await aMonth();
    const said = await park.say("李敏", "duban", "统计 上月");
    expect(said).toContain("收集 3　有措施 1\n已解决 1　未解决 2");
    expect(said).toContain("2026年10月诉求办理月报，随后发到这里。");
    const files = shown(park, "duban");
    expect(files.map(({ text }) => text)).toEqual([
      "[文件] 诉求办理月报-2026-10.docx",
      "[文件] 诉求办理月报-2026-10.pdf",
      "[文件] 责任清单-2026-11-03.docx",
      "[文件] 记录指纹-2026-10.txt",
    ]);
    const [report] = files;
    const words = paragraphsOf(bytesOf(park, report)).join("|");
    expect(words).toContain(
      "永州经开区企业诉求办理月报|（2026年10月）|一、总体情况|2026年10月，共受理企业诉求 3 件，比上月增加 3 件",
    );
    expect(words).toContain("|收集|3|0|+3|有措施|1|0|+1|办结|1|0|+1|已解决|1|0|+1|未解决|2|0|+2|");
    expect(words).toContain("|签收及时率|100.0%（3/3）|—（0/0）|");
    expect(words).toContain("|行政审批局|1|1|100.0%（1/1）|100.0%（1/1）|—（0/0）|0|");
    expect(words).toContain("|供电公司|1|0|100.0%（1/1）|0.0%（0/1）|—（0/0）|1|");
    expect(words).toContain("|用电|1|0|1|");
    expect(words).toContain("|#3|园区路面坑洼|永州潇湘食品有限公司|交通运输局|11月20日 周五 08:30|挂账|未填报|");
    expect(words).toContain("|2. 复核2026年11月到期的挂账诉求 1 件：#3 园区路面坑洼（交通运输局，11月20日 周五）。|");
  });

  it("names no company of a confidential issue and no telephone, in none of its parts", async () => {
    const park = await aMonth();
    await park.say("李敏", "duban", "统计 上月");
    await park.say("李敏", "direct", "统计 上月", { platform: "dingtalk" });
    const files = [...shown(park, "duban"), ...shown(park, "李敏")];
    const named = (form: string) => files.filter(({ text }) => text.endsWith(form)).map((one) => bytesOf(park, one));
    for (const bytes of named(".pdf")) {
      const text = pdfPages(bytes).flat().join("");
      expect(text).toContain("某企业三车间");
      expect(text).not.toMatch(/中塑|周长友|13812345678/u);
    }
    for (const bytes of named(".docx")) {
      expect(paragraphsOf(bytes).join("|")).toContain("某企业三车间停电，电话 某号码|");
      const texts = [...unzip(bytes)].filter(([name]) => name.endsWith(".xml")).map(([, xml]) => xml.toString("utf8"));
      expect(texts.join("")).not.toMatch(/中塑|周长友|13812345678/u);
    }
    expect([named(".pdf").length, named(".docx").length]).toEqual([2, 4]);
  });

  variant("of another month comes by its name, and a month that is none or not yet gets a sentence", async () => {
    const park = await aMonth();
    expect(await park.say("李敏", "duban", "统计 月报 2026-11")).toContain("2026年11月诉求办理月报，随后发到这里。");
    expect(await park.say("赵长河", "duban", "统计 月报 １０月")).toContain("2026年10月诉求办理月报");
    const reports = shown(park, "duban").map((one) => one.media?.name ?? "");
    expect(reports.filter((name) => name.startsWith("诉求办理月报"))).toEqual([
      "诉求办理月报-2026-11.docx",
      "诉求办理月报-2026-11.pdf",
      "诉求办理月报-2026-10.docx",
      "诉求办理月报-2026-10.pdf",
    ]);
    expect(paragraphsOf(bytesOf(park, shown(park, "duban")[0])).join("|")).toContain("|收集|1|3|−2|");
    expect(await park.say("李敏", "duban", "统计 月报 2026-12")).toBe("该月尚未开始，没有月报。");
    for (const asked of ["统计 月报 2026-13", "统计 月报 上上月", "统计 月报 12"]) {
      expect(await park.say("李敏", "duban", asked)).toContain("未能识别是哪个月");
    }
    expect(shown(park, "duban")).toHaveLength(reports.length);
  });

  variant("is a link in a WeCom direct chat, under its own name", async () => {
    const park = await aMonth();
    const said = await park.say("李敏", "direct", "统计 上月", { platform: "wecom" });
    expect(said).toContain("收集 3");
    const response = await fetch(linksIn(park, said)[0] ?? "");
    expect(response.headers.get("content-disposition")).toContain(encodeURIComponent("诉求办理月报-2026-10.docx"));
    expect(paragraphsOf(Buffer.from(await response.arrayBuffer())).join("|")).toContain("|收集|3|0|+3|");
  });

  it("is not for a department, which gets its figures and the picture", async () => {
    const park = await aMonth();
    expect(await park.say("王建国", "gongdian", "统计 上月")).not.toContain("月报");
    expect(await park.say("王建国", "gongdian", "统计 月报")).toContain("只发给督办群");
    await park.say("王建国", "gongdian", "统计 图");
    expect(shown(park, "gongdian").map((one) => one.format)).toEqual(["picture"]);
  });
});

describe("a picture in the outbox", () => {
  it("goes to a custom robot as markdown with the picture and a link, which platforms can fetch", async () => {
    const park = await aMonth();
    const { db, clock, holder } = park.app;
    const what = { kind: "trend", to: "2026-11-02T00:30:00.000Z" } as const;
    const notice: KnownBody = { kind: "attachment", what };
    const places = [replyPlace({ kind: "chat", code: "qiye-dingtalk" })];
    await tell({ db, now: clock.now(), park: holder.park }, places, { notice, express: true });
    await park.settle();
    const [text = ""] = park.said("qiye-dingtalk").slice(-1);
    expect(text).toMatch(/!\[诉求趋势图，截至 11月2日 周一\]\(https:\/\/chaxu\.example\.gov\.cn\/files\/trend\./u);
    expect(text).toContain("[点开查看](https://");
    expect((await fetch(linksIn(park, text)[1] ?? "")).headers.get("content-type")).toBe("image/png");
  });

  variant("is tried again when the platform was away, and told of when it is refused for good", async () => {
    const park = await aMonth();
    park.sandbox.dingtalk.failNext("upload", { status: 500 });
    await park.say("李敏", "direct", "统计 图", { platform: "dingtalk" });
    expect(shown(park, "李敏")).toEqual([]);
    await park.at("2026-11-03T09:01:00+08:00");
    expect(shown(park, "李敏")).toHaveLength(1);
    park.sandbox.wecom.failNext({ errcode: 40123, errmsg: "invalid image format" });
    await park.say("李敏", "duban", "统计 图");
    expect(shown(park, "duban")).toEqual([]);
    expect(park.said("李敏").join("\n")).toContain("消息没有送达：督办群");
  });
});
