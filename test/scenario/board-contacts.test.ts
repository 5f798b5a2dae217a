import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import { seal } from "../../src/issues/seal.ts";
import { looksOf } from "../../src/store/disclosures.ts";
import { openQuietPark } from "../support/story.ts";
import { hiddenValue, Visitor } from "../support/visitor.ts";

/**
 * 周长友 (668011 in the org file) speaks for 中塑科技; 王建国 heads the power company, which 杨帆 tracks; 龙飞 heads the police; 李敏
 * coordinates, 赵长河 leads the park.
 */
const MOBILE = "13912345678";
const TEXT = `诉求 三车间昨晚停电两次，请联系周长友 ${MOBILE}`;

describe("contact data on the board", () => {
  it("is masked until somebody who may have it asks for it, and each look is recorded, in a chat as well", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { db } = park.app;
    await park.say("周长友", "qiye", TEXT);
    await park.say("周长友", "direct", `保密诉求 供电公司收费不合理，停电也不管，电话 ${MOBILE}`);
    await park.say("李敏", "direct", "派单 2 供电公司 请核实");
    await park.say("李敏", "direct", "是");
    const kinds = async (id: number) =>
      (await looksOf(db, id, { before: null, limit: 50 })).map((one) => [one.person, one.kind, one.platform, one.chat]);
    await db.execute("alter table views disable trigger all; delete from views; alter table views enable trigger all");
    const visitors = new Map<string, Visitor>();
    for (const name of ["周长友", "王建国", "杨帆", "龙飞", "李敏", "赵长河"])
      visitors.set(name, await Visitor.as(park, name));
    const at = (name: string) => visitors.get(name) ?? new Visitor(park);
    const form = async (name: string) => hiddenValue((await at(name).follow("/issues")).html, "form");

    for (const name of ["王建国", "杨帆", "李敏", "赵长河"]) {
      for (const path of ["/issues", "/issues/1", "/todo"]) {
        const { text } = await at(name).follow(path);
        expect(text, `${name} ${path}`).not.toMatch(/13912345678|668011/);
        if (name !== "赵长河") expect(text, `${name} ${path}`).not.toContain("周长友");
      }
      expect((await at(name).open("/issues/1")).text, name).toContain("139****5678");
      expect((await at(name).open("/issues/1")).html.includes("/issues/1/contacts"), name).toBe(name !== "赵长河");
    }
    expect(await kinds(1)).toEqual([]);

    for (const [name, id, status] of [
      ["王建国", 1, 200],
      ["杨帆", 1, 200],
      ["李敏", 1, 200],
      ["李敏", 2, 200],
      ["王建国", 2, 403],
      ["赵长河", 1, 403],
      ["周长友", 1, 403],
      ["龙飞", 1, 404],
    ] as const) {
      const path = `/issues/${id}/contacts`;
      expect((await at(name).post(path, { form: "forged" })).status, `${name} forged`).toBe(403);
      const shown = await at(name).post(path, { form: await form(name) });
      expect(shown.status, `${name} ${id}`).toBe(status);
      expect(shown.text.includes(MOBILE), `${name} ${id}`).toBe(status === 200);
      if (status === 200 && id === 1) expect(shown.text).toContain("周长友 668011");
    }
    expect(await kinds(1)).toEqual(["李敏", "杨帆", "王建国"].map((name) => [name, "contacts", null, null]));
    expect(await kinds(2)).toEqual([
      ["李敏", "company", null, null],
      ["李敏", "contacts", null, null],
    ]);
    // Having been shown it once, nobody has it for ever.
    expect((await at("李敏").open("/issues/1")).text).not.toContain(MOBILE);

    await park.say("王建国", "gongdian", "进度 1");
    expect((await kinds(1))[0]).toEqual(["王建国", "contacts", "dingtalk", "gongdian"]);
    await park.say("赵长河", "direct", "进度 1");
    await park.say("周长友", "direct", "进度 1");
    expect(await kinds(1)).toHaveLength(4);

    for (const name of ["李敏", "赵长河", "周长友"]) {
      const { text } = await at(name).open("/issues/1");
      expect(text, name).toContain("谁看过");
      expect(text, name).toMatch(/供电公司 王建国\s+联系方式\s+11月16日 周一 09:\d\d\s+钉钉 供电公司群/);
    }
    expect((await at("王建国").open("/issues/1")).text).not.toContain("谁看过");

    // What other databases of the server have under way is older, for a moment, and nothing behind it is sealed.
    await expect
      .poll(async () => {
        await seal(db, park.app.clock.now());
        return audit(db, park.app.clock.now());
      })
      .toMatchObject({ sealed: { looks: 6, forgotten: 0 } });
    await db.execute(
      "alter table views disable trigger all; update views set person = '刘洋' where issue_id = 1 and person = '杨帆'; alter table views enable trigger all",
    );
    expect(await audit(db, park.app.clock.now())).toMatchObject({
      fault: { issue: 1, what: expect.stringMatching(/^look \d+ is not what was recorded$/) },
    });
  });

  it("stands in an export when the form asks for it, and each issue's look is recorded", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", TEXT);
    await park.say("唐志强", "qiye-dingtalk", "诉求 厂门口路面塌陷，电话 13811112222");
    const office = await Visitor.as(park, "李敏");
    const rows = async (bytes: Buffer) => JSON.stringify((await readXlsx(bytes)).sheets[0]?.rows);
    const plain = await rows((await office.download("/issues.xlsx")).bytes);
    expect(plain).not.toMatch(/13912345678|13811112222|668011|周长友/);
    expect(plain).toContain("139****5678");
    expect(await looksOf(park.app.db, 1, { before: null, limit: 9 })).toEqual([]);
    const form = hiddenValue((await office.open("/issues")).html, "form");
    const asked = await office.download("/issues.xlsx?department=power", { form });
    const whole = await rows(asked.bytes);
    expect(whole).toContain("周长友 668011");
    expect(whole).toContain(MOBILE);
    expect(whole).not.toContain("13811112222");
    expect(await looksOf(park.app.db, 1, { before: null, limit: 9 })).toMatchObject([
      { person: "李敏", kind: "contacts" },
    ]);
    expect(await looksOf(park.app.db, 2, { before: null, limit: 9 })).toEqual([]);
    const leader = await Visitor.as(park, "赵长河");
    const his = hiddenValue((await leader.open("/issues")).html, "form");
    expect(await rows((await leader.download("/issues.xlsx", { form: his })).bytes)).not.toMatch(
      /1391234|1381111|6680/,
    );
  });
});
