import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import type { SimFile } from "../../src/sandbox/media.ts";
import { files } from "../../src/store/schema-files.ts";
import { events } from "../../src/store/schema-record.ts";
import type { Park } from "../support/park.ts";
import { openPark } from "../support/story.ts";
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
    const park = await openPark(MONDAY);
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
});
