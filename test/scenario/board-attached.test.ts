import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import { filesIn } from "../../src/sandbox/sent-files.ts";
import { issues } from "../../src/store/schema.ts";
import { files } from "../../src/store/schema-files.ts";
import { events } from "../../src/store/schema-record.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";
import { hiddenIn, hiddenValue, Visitor } from "../support/visitor.ts";

/** Pictures and files that are sent with the forms of pages, on the sample park. */
const MONDAY = "2026-11-16T09:00:00+08:00";
const ON = { REPORT_FORM: "on", TRUST_PROXY: "1", PUBLIC_URL: "https://board.example.org" };

const PNG = Buffer.from(filesIn({ pictures: 1 })[0]?.bytes ?? []);
/** A picture of its own: what stands behind the end of a PNG, nobody draws. */
const picture = (name: string, own = name) => new File([PNG, Buffer.from(own)], name, { type: "image/png" });
const PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF";
const pdf = (name: string) => new File([PDF], name, { type: "application/pdf" });

let addresses = 0;
const browser = (park: Park, address = `10.2.0.${++addresses}`) => new Visitor(park, { "x-forwarded-for": address });
const WATER = { company: "湖南中塑科技有限公司", phone: "13800001111", text: "厂门口积水，附照片" };

const rowsOf = ({ app }: Park) => app.db.select().from(files).orderBy(asc(files.receivedAt), asc(files.id));
const digestOf = async (file: File) =>
  createHash("sha256")
    .update(Buffer.from(await file.arrayBuffer()))
    .digest("hex");
const addressesOn = (html: string) =>
  [...html.matchAll(/href="(\/(?:issues|report)\/\w+\/files\/[\w-]+)"/g)].map(([, path = ""]) => path);

describe("what is sent with the form of a page", () => {
  let database: TestDatabase;
  let park: Park;
  /** Where forms are received. */
  let temporary = "";
  const received = () => readdir(temporary);
  const key = async (visitor: Visitor) => hiddenValue((await visitor.open("/report")).html, "form");
  const onShelf = async () =>
    (await readdir(join(database.dataDir, "files"), { recursive: true }).catch(() => [])).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    );
  const issueCount = () => park.app.db.$count(issues);

  beforeAll(async () => {
    database = await freshDatabase("postgresql");
    temporary = await mkdtemp(join(tmpdir(), "attached-"));
    vi.stubEnv("TMPDIR", temporary);
    park = await startPark(database, MONDAY, ON);
  });

  afterAll(async () => {
    await park.close();
    await database.drop();
    vi.unstubAllEnvs();
    await rm(temporary, { recursive: true });
  });

  it("is kept with the issue that a company raises, once, and shown to it by its link and to who may see the issue", async () => {
    const company = browser(park);
    const form = await key(company);
    const photos = [picture("../../<script>'\"积水.png"), picture("b.html", "b")];
    const both = await Promise.all([1, 2].map(() => company.attach("/report", { form, ...WATER }, photos)));
    const link = both[0]?.to ?? "";
    expect(both.map(({ to }) => to)).toEqual([link, link]);
    expect(link).toMatch(/^\/report\/[0-9a-f]{48}$/);
    const [issue] = await park.app.db.select().from(issues).orderBy(desc(issues.id)).limit(1);
    expect([await issueCount(), issue?.pictures]).toEqual([1, 2]);
    const digests = await Promise.all(photos.map(digestOf));
    const kept = { state: "kept", issueId: 1, version: 1, action: "submit", sealedIn: 1, name: null, kind: "picture" };
    expect(await rowsOf(park)).toMatchObject(digests.map((digest) => ({ ...kept, digest, mime: "image/png" })));
    const [event] = await park.app.db.select().from(events).where(eq(events.issueId, 1));
    expect(event?.data["files"]).toMatchObject(digests.map((digest) => ({ digest })));
    expect(await audit(park.app.db, park.app.clock.now())).not.toHaveProperty("fault");
    // What is sent again with another picture says where that goes.
    expect((await company.attach("/report", { form, ...WATER }, [picture("c.png")])).to).toBe(link);
    const page = await company.open(link);
    expect(page.text).toContain("这一次的照片没有加上");
    expect(page.html).not.toContain("script&gt;");
    const [first = "", second = ""] = addressesOn(page.html);
    expect(first).toMatch(new RegExp(`^${link}/files/`));
    const seen = await browser(park).fetch(first);
    expect(seen.bytes.equals(Buffer.from(await (photos[0] as File).arrayBuffer()))).toBe(true);
    expect(seen.headers).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-cache",
    });
    expect((await browser(park).fetch(`${second}/small`)).headers["content-type"]).toBe("image/jpeg");
    const power = await Visitor.as(park, "李敏");
    expect(addressesOn((await power.open("/issues/1")).html)).toHaveLength(2);
    // By another link, or a made-up one, it is not there.
    const other = (
      await browser(park).attach("/report", { form: await key(browser(park)), ...WATER, text: "厂区路灯不亮" }, [])
    ).to;
    const name = first.split("/").at(-1);
    for (const path of [
      `${other}/files/${name}`,
      `${other}/files/${name}/small`,
      `/report/${"0".repeat(48)}/files/${name}`,
    ])
      expect((await browser(park).fetch(path)).status, path).toBe(404);
    expect((await browser(park).fetch(first.replace("/report/", "/issues/"))).status).not.toBe(200);
  });

  it("goes with what the company adds on its page, and the words come back where it is not taken", async () => {
    const company = browser(park);
    const link =
      (await company.attach("/report", { form: await key(company), ...WATER, phone: "13800002222" }, [])).to ?? "";
    const fields = async () => ({ ...hiddenIn((await company.open(link)).html, "supplement"), text: "水已漫进车间" });
    const wrong = await company.attach(link, await fields(), [pdf("a.jpg")]);
    expect([wrong.status, wrong.text.includes("不是能接收的格式"), wrong.html.includes("水已漫进车间")]).toEqual([
      400,
      true,
      true,
    ]);
    const forged = await company.attach(link, { ...(await fields()), form: "forged" }, [picture("d.png")]);
    expect(forged.status).toBe(403);
    const before = await rowsOf(park);
    expect((await company.attach(link, await fields(), [picture("d.png")])).to).toBe(link);
    expect((await company.attach(link, { ...(await fields()), version: "1" }, [picture("e.png")])).to).toBe(link);
    const after = await rowsOf(park);
    expect(after).toHaveLength(before.length + 1);
    expect(after.find(({ action }) => action === "supplement")).toMatchObject({ mime: "image/png", version: 2 });
    expect(addressesOn((await company.open(link)).html)).toHaveLength(1);
  });

  it("is refused with a sentence and everything that was typed, and nothing of it is kept", async () => {
    const [before, shelved, rows] = [await issueCount(), await onShelf(), await rowsOf(park)];
    const large = new File([PNG, Buffer.alloc(20 * 1024 * 1024)], "large.png");
    const wrong: readonly (readonly [readonly File[], number, string])[] = [
      [[picture("a.png"), pdf("现场.jpg")], 400, "第 2 张照片不是能接收的格式"],
      [[new File(["<svg onload=alert(1)>"], "a.png", { type: "image/png" })], 400, "不是能接收的格式"],
      [[new File([], "空.png")], 400, "空的"],
      [[large], 413, "超过 20 MB"],
      [["1", "2", "3", "4"].map((name) => picture(name)), 400, "最多 3 张照片"],
    ];
    for (const [sent, status, said] of wrong) {
      const company = browser(park);
      const answer = await company.attach("/report", { form: await key(company), ...WATER }, sent);
      expect([answer.status, answer.text.includes(said)], said).toEqual([status, true]);
      for (const typed of Object.values(WATER)) expect(answer.html).toContain(typed);
    }
    const company = browser(park);
    const again = await company.attach("/report", { form: await key(company), ...WATER, phone: "1" }, [
      picture("a.png"),
    ]);
    expect(again.text).toMatch(/请填写能打通的[\s\S]*请重新选择/);
    const several = { form: await key(company), ...WATER, phone: "13800003333", company: "有限公司" };
    expect((await company.attach("/report", several, [picture("late.png")])).text).toContain("全称");
    // Cut off in the middle of a picture; and what is no form at all.
    const part = (name: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const head = Object.entries({ form: await key(company), ...WATER }).map(([name, value]) => part(name, value));
    const cut = `${head.join("")}--x\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\nabc`;
    const broken = await company.sendRaw("/report", "multipart/form-data; boundary=x", cut);
    expect([broken.status, broken.text.includes("上传没有完成"), broken.html.includes(WATER.text)]).toEqual([
      400,
      true,
      true,
    ]);
    const unbound = await company.sendRaw("/report", "multipart/form-data", cut);
    expect([unbound.status, unbound.text.includes("上传没有完成")]).toEqual([400, true]);
    expect([await issueCount(), await onShelf(), await rowsOf(park)]).toEqual([before, shelved, rows]);
  });

  it("is not read of who sends too much, whose words come back all the same", async () => {
    const company = browser(park);
    const form = await key(company);
    const answers = [];
    for (let nth = 0; nth < 21; nth++)
      answers.push(await company.attach("/report", { form, ...WATER, phone: "1" }, []));
    const last = answers.at(-1);
    expect([answers.at(-2)?.status, last?.status, last?.html.includes(WATER.text)]).toEqual([400, 429, true]);
    const large = new File([Buffer.alloc(8 * 1024 * 1024)], "large.png");
    const early = await company.attach("/report", { form, ...WATER }, [large]).catch(() => null);
    expect(early === null || (early.status === 429 && early.html.includes(WATER.text))).toBe(true);
  });

  it("is received for so many at a time, and of who goes away in the middle nothing is left", async () => {
    const company = browser(park, "10.9.9.9");
    const form = await key(company);
    const head = ["POST /report HTTP/1.1", "Host: x", "X-Forwarded-For: 10.9.9.9", "Content-Length: 9999"];
    const lines = [...head, "Content-Type: multipart/form-data; boundary=x", "", "--x"];
    const open = Array.from({ length: 4 }, () => connect(Number(new URL(park.app.url).port), "127.0.0.1"));
    for (const one of open) one.write(lines.join("\r\n"));
    const send = (phone: string) => company.attach("/report", { form, ...WATER, phone }, [picture("h.png")]);
    await expect.poll(received).toHaveLength(4);
    const refused = await send("1");
    expect([refused.status, refused.text.includes("上传的人太多"), refused.html.includes(WATER.text)]).toEqual([
      503,
      true,
      true,
    ]);
    for (const one of open) one.destroy();
    await expect.poll(async () => (await send("1")).status).toBe(400);
    await expect.poll(received).toEqual([]);
  });

  it("goes with an answer on the board, with documents too, and not where the issue has moved on meanwhile", async () => {
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    const [issue] = await park.app.db.select().from(issues).orderBy(desc(issues.id)).limit(1);
    const id = issue?.id ?? 0;
    const power = await Visitor.as(park, "王建国");
    await power.send(id, "sign");
    const path = `/issues/${id}`;
    const fields = { ...hiddenIn((await power.open(path)).html, "answer"), text: "已换线，请核实" };
    const wrong = await power.attach(path, fields, [new File(["MZ"], "a.exe")]);
    expect([wrong.status, wrong.text.includes("请选图片，或者 PDF"), wrong.html.includes("已换线，请核实")]).toEqual([
      400,
      true,
      true,
    ]);
    expect((await power.attach(path, { ...fields, form: "forged" }, [picture("f.png")])).status).toBe(403);
    const sent = [picture("修好了.png"), pdf("验收<单>.pdf")];
    await power.attach(path, fields, sent);
    // The same form once more is older than the issue.
    await power.attach(path, fields, [picture("g.png")]);
    await park.settle();
    const own = (await rowsOf(park)).filter(({ issueId }) => issueId === id);
    expect(own).toMatchObject([
      { action: "answer", kind: "picture", name: null, userName: "王建国", state: "kept" },
      { action: "answer", kind: "file", name: "验收_单_.pdf", mime: "application/pdf" },
    ]);
    const digests = await Promise.all([picture("f.png"), picture("g.png")].map(digestOf));
    expect((await onShelf()).filter((name) => digests.some((digest) => name.endsWith(digest)))).toEqual([]);
    expect((await rowsOf(park)).filter(({ issueId }) => issueId === null)).toEqual([]);
    expect(addressesOn((await (await Visitor.as(park, "周长友")).open(path)).html)).toHaveLength(2);
    expect(await audit(park.app.db, park.app.clock.now())).not.toHaveProperty("fault");
  });
});
