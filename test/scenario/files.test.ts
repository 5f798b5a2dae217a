import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import type { SimFile } from "../../src/sandbox/media.ts";
import { files } from "../../src/store/schema-files.ts";
import { events } from "../../src/store/schema-record.ts";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";
import { Visitor } from "../support/visitor.ts";

/** Pictures and files that people send, from the chat to the page of their issue. */
const MONDAY = "2026-11-16T09:00:00+08:00";

const PDF: SimFile = {
  name: "合同<1>.pdf",
  mime: "application/pdf",
  bytes: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"),
};

const rowsOf = (park: Park) => park.app.db.select().from(files).orderBy(files.receivedAt, files.id);

/** The addresses of the files on a page. */
const addressesOn = (html: string) =>
  [...html.matchAll(/href="(\/issues\/\d+\/files\/[\w-]+)"/g)].map(([, path = ""]) => path);

describe("pictures and files", () => {
  it("of messages on both platforms are kept, sealed in the record, and shown to who may see the issue", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次", { pictures: 2 });
    await park.say("唐志强", "qiye-dingtalk", "诉求 厂门口积水", { pictures: 1 });
    await park.say("周长友", "direct", "补充 1 合同在这里", { files: [PDF] });
    await park.settle();
    expect(await rowsOf(park)).toMatchObject([
      { state: "kept", issueId: 1, version: 1, action: "submit", source: null },
      { state: "kept", issueId: 1, version: 1 },
      { state: "kept", issueId: 2, mime: "image/png" },
      { state: "kept", issueId: 1, action: "supplement", mime: "application/pdf", name: "合同_1_.pdf" },
    ]);
    const sealed = await park.app.db.select().from(events).where(eq(events.action, "files"));
    const kept = await rowsOf(park);
    expect(sealed.flatMap(({ data }) => data["files"]).length).toBe(4);
    for (const { digest } of kept) expect(JSON.stringify(sealed)).toContain(`"digest":"${digest}"`);
    expect(await audit(park.app.db, park.app.clock.now())).not.toHaveProperty("fault");
    const power = await Visitor.as(park, "王建国");
    const { html, text } = await power.open("/issues/1");
    expect(text).toContain("随「提出」");
    const [first = "", , third = ""] = addressesOn(html);
    const picture = await power.fetch(first);
    expect(picture.headers).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-cache",
    });
    expect(picture.headers["content-disposition"]).toMatch(/^inline; filename=.*1-1\.png/);
    expect(picture.bytes.subarray(1, 4).toString()).toBe("PNG");
    const small = await power.fetch(`${first}/small`);
    expect([small.status, small.headers["content-type"], small.bytes[0], small.bytes[1]]).toEqual([
      200,
      "image/jpeg",
      0xff,
      0xd8,
    ]);
    expect((await power.fetch(third)).headers["content-disposition"]).toMatch(/^attachment; /);
    // Whoever may not see the issue learns nothing of its files, by whatever number he asks.
    const other = await Visitor.as(park, "唐志强");
    expect((await other.fetch(first)).status).toBe(404);
    expect((await other.fetch(first.replace("/1/", "/2/"))).status).toBe(404);
    expect((await new Visitor(park).open(first)).to).toBe("/login");
    // A form and a button that were made before a picture was kept are no older for it.
    expect((await power.send(1, "sign")).text).toContain("已签收 #1");
  });

  variant(
    "without words belong to what is quoted, asked or said next, and otherwise it is asked which issue is meant",
    async () => {
      const park = await openQuietPark(MONDAY);
      const issuesOf = async () => (await rowsOf(park)).map(({ issueId, action }) => [issueId, action]);
      await park.say("周长友", "direct", "诉求 三车间昨晚停电两次");
      const receipt = park.messages("周长友").findLast((one) => one.from === null)?.id ?? "";
      expect(await park.say("周长友", "direct", "", { pictures: 2, quotes: receipt })).toContain("已补充");
      expect(await issuesOf()).toEqual([
        [1, "supplement"],
        [1, "supplement"],
      ]);
      await park.settle();
      expect(park.said("gongdian").at(-1)).toContain("图片 2 张");
      expect(await park.say("周长友", "direct", "补充 1")).toContain("补充");
      expect(await park.say("周长友", "direct", "", { files: [PDF] })).toContain("已补充");
      // What these are of is asked, and they are kept for what is said next, however many come.
      expect(await park.say("周长友", "direct", "", { pictures: 1 })).toContain("作为对 #1 的补充吗？");
      expect(await park.say("周长友", "direct", "", { files: [PDF] })).toContain(
        "图片 1 张、文件 1 个，作为对 #1 的补充吗？",
      );
      expect(await park.say("周长友", "direct", "谢谢")).toBe("");
      await park.say("周长友", "direct", "诉求 东门路灯不亮，工人下班看不清");
      expect((await issuesOf()).slice(3)).toEqual([
        [2, "submit"],
        [2, "submit"],
      ]);
      await park.say("周长友", "direct", "", { pictures: 1 });
      expect(await park.say("周长友", "direct", "2")).toContain("已补充");
      await park.say("王建国", "direct", "", { pictures: 1 });
      expect(await park.say("王建国", "direct", "1号")).toContain("已备注");
      // What an official notes stays inside the departments, its pictures too.
      await park.settle();
      const count = async (name: string, id: number) =>
        addressesOn((await (await Visitor.as(park, name)).open(`/issues/${id}`)).html).length;
      expect([await count("周长友", 1), await count("王建国", 1), await count("周长友", 2)]).toEqual([3, 4, 3]);
      // After ten minutes nobody knows any more what they were of.
      await park.say("周长友", "direct", "", { pictures: 1 });
      await park.at("2026-11-16T09:11:00+08:00");
      await park.say("周长友", "direct", "补充 1 见图");
      expect((await rowsOf(park)).at(-1)).toMatchObject({ issueId: null, state: "kept" });
    },
  );

  it("are called as the words of their issue may be read, and by its number where the company is hidden", async () => {
    const park = await openQuietPark(MONDAY);
    const called = (name: string) => ({ files: [{ ...PDF, name }] });
    await park.say("周长友", "direct", "诉求 三车间昨晚停电两次", called("周长友13900001234.pdf"));
    await park.say("周长友", "direct", "保密诉求 三车间又停电了", called("中塑科技排污许可证.pdf"));
    await park.settle();
    for (const [name, id, shown] of [
      ["王建国", 1, "周**139****1234.pdf"],
      ["李敏", 1, "周**139****1234.pdf"],
      ["赵长河", 1, "周长友139****1234.pdf"],
      ["周长友", 1, "周长友13900001234.pdf"],
      ["王建国", 2, "文件-2-1.pdf"],
      ["赵长河", 2, "文件-2-1.pdf"],
      ["李敏", 2, "中塑科技排污许可证.pdf"],
    ] as const) {
      const visitor = await Visitor.as(park, name);
      const { html } = await visitor.open(`/issues/${id}`);
      expect(html, `${name} ${id}`).toContain(`<span class="file">${shown}</span>`);
      const [address = ""] = addressesOn(html);
      const header = (await visitor.fetch(address)).headers["content-disposition"] ?? "";
      expect(decodeURIComponent(/UTF-8''(.*)$/.exec(header)?.[1] ?? ""), `${name} ${id}`).toBe(shown);
    }
  });

  variant(
    "that cannot be kept are told to who sent them, each with its reason, and the issue stands all the same",
    async () => {
      const park = await openQuietPark(MONDAY, { SANDBOX_ROADS: "connection" });
      const program: SimFile = { name: "setup.pdf", mime: "application/pdf", bytes: Buffer.from("MZ a program") };
      const page: SimFile = {
        name: "a.png",
        mime: "image/png",
        bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
      };
      const large: SimFile = { name: "b.png", mime: "image/png", bytes: Buffer.alloc(21 * 1024 * 1024) };
      await park.say("周长友", "direct", "诉求 三车间昨晚停电两次", { files: [program, page, large, PDF] });
      await park.settle();
      const told = park.said("周长友").at(-1) ?? "";
      for (const said of ["文件「setup", "图片：格式不支持", "图片：超过 20 MB", "补充 1"])
        expect(told).toContain(said);
      expect((await rowsOf(park)).map(({ state }) => state).sort()).toEqual(["kept", "lost", "lost", "lost"]);
      expect((await (await Visitor.as(park, "周长友")).open("/issues/1")).text).toContain("没有保存下来：超过 20 MB");
      // It is tried while the address lives, and told once when that is over; of a confidential one nothing in the group.
      const { sent } = park.sandbox.dingtalk;
      sent.failNext({ status: 503 }, 2);
      await park.say("唐志强", "qiye-dingtalk", "诉求 厂门口积水", { pictures: 1 });
      expect((await rowsOf(park)).at(-1)).toMatchObject({ state: "waiting" });
      await park.at("2026-11-16T09:01:00+08:00");
      expect((await rowsOf(park)).at(-1)).toMatchObject({ state: "kept", attempts: 3 });
      park.sandbox.wecomSocket.sent.failNext({ status: 500 }, 100);
      await park.say("周长友", "qiye", "保密诉求 供水管道接口漏水", { pictures: 1 });
      await park.at("2026-11-16T09:08:00+08:00");
      expect((await rowsOf(park)).at(-1)).toMatchObject({ state: "lost", lost: "gone", issueId: 3 });
      expect(park.said("qiye").join()).not.toMatch(/没有保存|#3|补充 3/);
    },
  );
});
