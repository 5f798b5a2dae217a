import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditOrg } from "../../src/issues/audit-org.ts";
import { applyOrg, storedOrgText } from "../../src/org/apply.ts";
import { loadOrg } from "../../src/org/load.ts";
import { orgChanges } from "../../src/store/schema-org.ts";
import { excelOf } from "../support/list.ts";
import { openPark } from "../support/story.ts";
import { hiddenValue, Visitor } from "../support/visitor.ts";

/**
 * The org of the sample park, kept on the board. 孙磊 is its admin, 李敏 coordinates, 赵长河 leads; 周长友 speaks for 中塑科技; 王建国
 * heads the power company, where 刘洋 works.
 */
const MONDAY = "2026-11-16T09:00:00+08:00";

type Fields = Readonly<Record<string, string>>;

/** Sends the form of a page as it stands there, with these words in its fields; gives the page behind it. */
async function fill(visitor: Visitor, page: string, does: string, fields: Fields) {
  const { html } = await visitor.open(page);
  const form = html.split("<form").find((part) => part.includes(`name="do" value="${does}"`)) ?? "";
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const sent = await visitor.post(page.split("?")[0] ?? "", {
    ...Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value])),
    ...fields,
  });
  return sent.to === null ? sent : visitor.follow(sent.to);
}

const add = (visitor: Visitor, kind: string, fields: Fields) => fill(visitor, `/admin/${kind}`, "add", fields);
const at = (kind: string, is: string) => `/admin/${kind}?is=${encodeURIComponent(is)}`;
const change = (visitor: Visitor, kind: string, is: string, fields: Fields) =>
  fill(visitor, at(kind, is), "change", fields);
const remove = (visitor: Visitor, kind: string, is: string, fields: Fields = {}) =>
  fill(visitor, at(kind, is), "remove", fields);

/** The names that the simulated chat programs give the sample park. */
const NAMES = {
  SAMPLE_WECOM_BASE: "http://127.0.0.1:1",
  SAMPLE_DINGTALK_BASE: "http://127.0.0.1:1",
  SAMPLE_DINGTALK_SECRET: "SECsample",
  WECOM_API_BASE: "http://127.0.0.1:1",
  DINGTALK_OAPI_BASE: "http://127.0.0.1:1",
};
const SECRETS = {
  QIYE_WEBHOOK: "http://127.0.0.1:1/cgi-bin/webhook/send?key=a",
  QIYE_DINGTALK_WEBHOOK: "http://127.0.0.1:1/robot/send?access_token=a",
  SHENPI_WEBHOOK: "http://127.0.0.1:1/cgi-bin/webhook/send?key=c",
  DUBAN_WEBHOOK: "http://127.0.0.1:1/cgi-bin/webhook/send?key=b",
};

describe("the org, kept on the board", () => {
  it("gets a unit with an official and a category, to which the next issue goes; each change is checked and recorded", async () => {
    const park = await openPark(MONDAY);
    const { db } = park.app;
    const [admin, other, office] = await Promise.all(["孙磊", "孙磊", "李敏"].map((name) => Visitor.as(park, name)));
    if (admin === undefined || other === undefined || office === undefined) throw new Error("three visitors");

    const unit = await add(admin, "departments", { name: "园林管理处", aliases: "园林处、绿化办", level: "park" });
    expect(unit.text).toContain("已新增单位「园林管理处」，立即生效");
    const code = /is=(d\d+)/.exec((await admin.open("/admin/departments?words=绿化办")).html)?.[1] ?? "";
    expect(park.app.holder.park.directory.department(code)?.name).toBe("园林管理处");
    const zheng = { name: "郑国华", role: "head", department: code, dingtalk: "0254777", phone: "13800001234" };
    expect((await add(admin, "people", zheng)).text).toContain("已新增人员「郑国华」");
    await add(admin, "categories", { name: "绿化养护", department: code, keywords: "枯树，行道树" });
    const receipt = await park.say("周长友", "qiye", "诉求 厂门口的行道树枯死了，压到围墙");
    expect(receipt).toContain("园林管理处");
    expect(park.said("郑国华").join("\n")).toContain("行道树");

    // Every mistake at once, with its field, and nothing half done; what was filled in stays.
    const text = await storedOrgText(db);
    const wrong = await add(admin, "people", { name: "王建国", role: "officer", dingtalk: "0254777", phone: "abc" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toMatch(/人员「王建国」姓名：.*重复/);
    expect(wrong.text).toMatch(/人员「王建国」钉钉 userId：「0254777」与 人员「郑国华」 重复/);
    expect(wrong.text).toMatch(/手机：要写电话号码/);
    expect(wrong.text).toContain("角色是「经办人」，请选好单位");
    expect(wrong.html).toContain('value="0254777"');
    // What has no name, or never has one, is called by what people know of it.
    const unnamed = await change(admin, "departments", "economy", { name: " " });
    expect(unnamed.text).toContain("单位「经济发展局」名称：请填写");
    expect((await add(admin, "departments", { name: "" })).text).toContain("单位名称：请填写");
    const untimed = { kind: "enterprise-weekly", chat: "qiye", cron: "随便" };
    expect((await add(admin, "digests", untimed)).text).toMatch(/汇报「企业群周报（发到群 [^）a-z]+）」时间：要写时间/);
    // Nor can a page read what the program's environment holds.
    const peek = await add(admin, "companies", { name: "${DATABASE_URL}" });
    expect(peek.text).toContain("只有群的 webhook 和加签密钥里可以写");
    expect(await storedOrgText(db)).toBe(text);

    // What refers to a unit is named, and can go to another one; what open issues have stays.
    const used = await remove(admin, "departments", "society");
    expect(used.text).toMatch(/「社会事务局」还不能删除.*人员 胡文斌.*群 社会事务局群/s);
    const kept = await remove(admin, "departments", code, { into: "economy" });
    expect(kept.text).toMatch(/未办结的诉求还在用「园林管理处」：它在承办 #1/);
    expect(park.app.holder.park.directory.person("郑国华")?.department).toBe(code);
    expect((await remove(admin, "departments", "society", { into: "economy" })).text).toContain(
      "已删除单位「社会事务局」",
    );
    expect(park.app.holder.park.directory.person("胡文斌")?.department).toBe("economy");

    // Two who change the same: one is first, and the other learns who.
    const stale = await other.open(at("people", "刘洋"));
    expect((await change(office, "people", "刘洋", { phone: "668020" })).text).toContain("已修改人员「刘洋」");
    const late = await other.post("/admin/people", {
      form: hiddenValue(stale.html, "form"),
      do: "change",
      is: "刘洋",
      version: hiddenValue(stale.html, "version"),
      name: "刘小洋",
    });
    expect([late.status, late.text]).toEqual([409, expect.stringMatching(/李敏已在 11月16日 周一 .* 改过这一项/)]);
    expect(park.app.holder.park.directory.person("刘洋")?.phone).toBe("668020");

    // Limits, in the units of the file.
    const policy = await admin.open("/admin/policy");
    const limits = {
      form: hiddenValue(policy.html, "form"),
      version: hiddenValue(policy.html, "version"),
      category: "",
    };
    const badLimit = await admin.post("/admin/policy", { ...limits, "answer-normal": "七天", "sign-urgent": "0h" });
    expect(badLimit.text).toMatch(/签收（紧急）：要写数字加 m.*答复（一般）：要写数字加 m/s);
    expect((await admin.post("/admin/policy", { ...limits, "answer-normal": "5d" })).status).toBe(303);
    expect(park.app.holder.park.org.policy.limits).toEqual({ answer: { normal: "5d" } });
    const asked = {
      form: limits.form,
      version: hiddenValue(policy.html.split("/admin/policy/routing")[1] ?? "", "version"),
    };
    const badShare = await admin.post("/admin/policy/routing", { ...asked, leastCases: "两件", precision: "0.96" });
    expect(badShare.text).toMatch(/至少要有多少件：要写整数，3 到 10000.*要求的正确率：要写百分比，50% 到 99.9%/s);
    expect((await admin.post("/admin/policy/routing", { ...asked, leastCases: "", precision: "98%" })).status).toBe(
      303,
    );
    expect(park.app.holder.park.org.policy.routing).toEqual({ precision: "98%" });
    expect((await admin.post("/admin/policy/routing", { ...asked, precision: "" })).status).toBe(409);

    const twice = await add(admin, "digests", { ...untimed, cron: "每周一 09:00" });
    expect(twice.text).toMatch(/已新增汇报「企业群周报（发到群 [^）a-z]+，第 2 个）」，立即生效/);
    const shared = await add(admin, "categories", { name: "路灯", department: code, keywords: "灯不亮、停电" });
    expect(shared.text).toMatch(
      /已新增诉求类别「路灯」.*请注意：诉求类别「路灯」关键词：关键词「停电」在「用电」里也有/s,
    );

    // Who changed what, when, where; no telephone number that could be called.
    const record = (await office.open("/admin/record")).text;
    expect(record).toMatch(/11月16日 周一 .* 孙磊 网页/);
    expect(record).toMatch(/李敏 网页\s+修改人员「刘洋」：手机 （空） → \*\*\*\*20/);
    expect(record).toMatch(/新增人员「郑国华」：.*手机 138\*\*\*\*1234/);
    expect(record).toContain("修改期限和提醒：期限 答复 一般 （空） → 5d");
    expect(record).toMatch(/修改人员「胡文斌」：单位 society → 经济发展局/);
    expect(JSON.stringify(await db.select().from(orgChanges))).not.toContain("13800001234");
    expect(await auditOrg(db)).toEqual({ changes: 9 });
  });

  it("is taken away as a file without secrets and comes back from one, each file looked at before it counts", async () => {
    const park = await openPark(MONDAY);
    const { db } = park.app;
    const admin = await Visitor.as(park, "孙磊");
    await add(admin, "companies", { name: "湖南云杉家具有限公司", aliases: "云杉家具" });
    const { bytes, header } = await admin.download("/admin/org.yaml");
    const exported = bytes.toString();
    expect(header).toContain(encodeURIComponent("机构文件-2026-11-16.yaml"));
    expect(exported).toContain('webhook: "${QIYE_WEBHOOK}"');
    expect(exported).toContain('secret: "${SAMPLE_DINGTALK_SECRET}"');
    expect(exported).not.toMatch(/sample-qiye|sample-duban/);
    // Elsewhere it is the same park, once its secrets are there.
    const [here, there] = [await storedOrgText(db), exported].map((one) =>
      loadOrg(one ?? "", { ...NAMES, ...SECRETS }),
    );
    if (here === undefined || there === undefined || !("org" in here && "org" in there)) throw new Error("both load");
    const open = (org: typeof here.org) => org.chats.map(({ webhook: _, ...chat }) => chat);
    expect({ ...there.org, chats: open(there.org) }).toEqual({ ...here.org, chats: open(here.org) });
    expect(there.org.chats.filter(({ webhook }) => webhook !== undefined).map(({ webhook }) => webhook)).toEqual([
      SECRETS.QIYE_WEBHOOK,
      SECRETS.QIYE_DINGTALK_WEBHOOK,
      SECRETS.SHENPI_WEBHOOK,
      SECRETS.DUBAN_WEBHOOK,
    ]);

    const form = hiddenValue((await admin.open("/admin/files")).html, "form");
    const upload = (content: string | Buffer, name = "org.yaml") =>
      admin.upload("/admin/files", { form }, new File([new Uint8Array(Buffer.from(content))], name));
    expect((await upload(exported)).text).toContain("与现在生效的内容没有不同");
    // Back in the place where its secrets are, and with another name.
    const looked = await upload(
      exported.replace("湖南云杉家具有限公司", "湖南云杉木业有限公司"),
      "../../etc/passwd\u202e.yaml",
    );
    expect(looked.text).toMatch(
      /将会这样改：.*修改企业「湖南云杉木业有限公司」：企业名称 湖南云杉家具有限公司 → 湖南云杉木业有限公司/s,
    );
    expect(park.app.holder.park.directory.company("e1")?.name).toBe("湖南云杉家具有限公司");
    const draft = hiddenValue(looked.html, "draft");
    expect((await admin.upload("/admin/files", { form, draft: `${draft.slice(0, -4)}AAAA` })).text).toContain(
      "预览已经过期",
    );
    expect((await admin.upload("/admin/files", { form, draft })).to).toBe("/admin/files");
    expect(park.app.holder.park.directory.company("e1")?.name).toBe("湖南云杉木业有限公司");
    expect(park.app.holder.park.directory.chat("qiye")?.webhook).toContain("key=sample-qiye");
    // It was shown before something else came into force.
    expect((await admin.upload("/admin/files", { form, draft })).status).toBe(409);

    const list = await excelOf({
      企业: [
        ["企业名称", "简称"],
        ["湖南白杨制造有限公司", "白杨制造"],
      ],
    });
    const fromList = await upload(list, "名单.xlsx");
    expect(fromList.text).toContain("新增企业「湖南白杨制造有限公司」：代码 e2");
    await admin.upload("/admin/files", { form, draft: hiddenValue(fromList.html, "draft") });
    expect(park.app.holder.park.directory.companyNamed("白杨制造").kind).toBe("one");

    const before = await storedOrgText(db);
    const refused: readonly (readonly [string | Buffer, string | RegExp])[] = [
      ["", "请先选一个文件"],
      [
        "park: { name: 园区 }\npeople:\n  - { name: 甲, rolle: head }\n  - { name: 甲, role: head }",
        /第 3 行.*rolle.*第 4 行/s,
      ],
      [`a: ${"[".repeat(20_000)}`, /层次太多|不符合 YAML/],
      [exported.replace("湖南云杉家具有限公司", '"${DATABASE_URL}"'), "只有群的 webhook 和加签密钥里可以写"],
      [exported.replaceAll("role: admin", "role: leader"), "没有能登录的管理员"],
      [Buffer.from("ffd8ffe000104a464946", "hex"), "不是 UTF-8 的文字"],
      [Buffer.from("504b030414000000", "hex"), "已损坏"],
      [Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(100)]), "旧的 Excel"],
      [await excelOf({ 随便: [["甲", "乙"]] }), "没有改"],
    ];
    expect((await upload("随便写的字", "名单.xlsx")).text).toContain("不是 .xlsx");
    for (const [content, sentence] of refused) {
      const { status, text } = await upload(content);
      expect([status, text]).toEqual([400, expect.stringMatching(sentence)]);
    }
    expect((await upload(Buffer.alloc(10 * 1024 * 1024 + 1, "a"))).text).toContain("文件超过 10 MB");
    expect(await storedOrgText(db)).toBe(before);
    expect((await admin.open("/admin/record")).text).toMatch(/孙磊 网页\s+导出了机构文件/);
  });

  it("is there for the admin, a part of it for the coordinator, and for nobody else", async () => {
    const park = await openPark(MONDAY);
    const { db } = park.app;
    const [admin, office, leader, company] = await Promise.all(
      ["孙磊", "李敏", "赵长河", "周长友"].map((name) => Visitor.as(park, name)),
    );
    if (!(admin && office && leader && company)) throw new Error("four visitors");
    const paths = [
      "/admin",
      "/admin/people",
      at("people", "王建国"),
      "/admin/policy",
      "/admin/record",
      "/admin/files",
      "/admin/org.yaml",
    ];
    for (const visitor of [leader, company]) {
      const { html } = await visitor.follow("/issues");
      expect(html).not.toContain('href="/admin"');
      for (const path of paths) expect((await visitor.open(path)).status, path).toBe(404);
      const form = hiddenValue(html, "form");
      expect((await visitor.post("/admin/companies", { form, do: "add", name: "某公司" })).status).toBe(404);
      expect((await visitor.upload("/admin/files", { form }, new File(["park: { name: 甲 }"], "a.yaml"))).status).toBe(
        403,
      );
    }
    expect((await new Visitor(park).open("/admin/people")).to).toBe("/login");
    for (const path of ["/admin/files", "/admin/org.yaml"]) expect((await office.open(path)).status, path).toBe(404);
    expect((await add(office, "companies", { name: "湖南新来科技有限公司" })).text).toContain("已新增企业");
    const form = hiddenValue((await office.open("/admin/companies")).html, "form");
    const post = (path: string, fields: Fields) => office.post(`/admin/${path}`, { form, ...fields });
    expect((await post("departments", { do: "add", name: "新局" })).text).toContain("营商办只能改企业、人员和群");
    // Nobody makes himself an admin.
    const riser = await change(office, "people", "刘洋", { role: "admin", department: "" });
    expect(riser.text).toContain("只有管理员能新增、修改和删除");
    expect((await change(office, "people", "孙磊", { wecom: "limin2" })).status).toBe(400);
    expect((await remove(admin, "people", "孙磊")).text).toContain("没有能登录的管理员");
    // Forged and strange forms.
    for (const fields of [{ form: "x", do: "add" }, { do: "add" }] as Fields[])
      expect((await office.post("/admin/people", { name: "某人", ...fields })).status).toBe(403);
    expect((await post("people", { do: "drop" })).status).toBe(400);
    expect((await post("people", { do: "remove", is: "王建国" })).status).toBe(409);
    expect((await admin.open(at("people", "没有这个人"))).status).toBe(404);
    expect((await admin.open("/admin/people?page=-1&words=%00")).status).toBe(200);
    expect((await admin.open("/admin/policy?category=nothing")).status).toBe(404);
    const stored = loadOrg((await storedOrgText(db)) ?? "", NAMES);
    expect("org" in stored && stored.org.people.find(({ name }) => name === "刘洋")?.role).toBe("officer");

    // A file that knows nothing of it does not undo it, unless that is said; one that has it may come.
    const stays = (text: string, takesFile: boolean) =>
      applyOrg(db, { text, env: NAMES, doing: { by: null, place: "command", at: new Date(0) }, takesFile });
    const sample = (await storedOrgText(db))?.replace(/.*湖南新来科技有限公司.*\n/, "") ?? "";
    expect(await stays(sample, false)).toEqual({ undone: ["added enterprise e1 湖南新来科技有限公司"] });
    expect(await stays(`${await storedOrgText(db)}# noted\n`, false)).toMatchObject({ changes: [] });
    await change(admin, "companies", "e1", { aliases: "新来科技" });
    expect(await stays(sample, true)).toMatchObject({ changes: ["removed enterprise e1 湖南新来科技有限公司"] });

    // The record proves itself, and that the org in force is the one that was recorded.
    expect(await auditOrg(db)).toEqual({ changes: 4 });
    await expect(db.execute(sql`update org_changes set by = '别人'`)).rejects.toThrow();
    await db.execute(sql`update settings set value = to_jsonb('park: {name: 别的}'::text) where name = 'org-file'`);
    expect(await auditOrg(db)).toMatchObject({
      orgFault: { what: "the org in force is not the one that was recorded last" },
    });
    await db.execute(sql`alter table org_changes disable trigger all`);
    await db.execute(sql`update org_changes set by = '别人' where seq = 2`);
    expect(await auditOrg(db)).toEqual({ orgFault: { seq: 2, what: "its content is not what was recorded" } });
    await db.execute(sql`delete from org_changes where seq = 2`);
    expect(await auditOrg(db)).toEqual({ orgFault: { seq: 2, what: "it is missing" } });
  });
});
