import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import { seal } from "../../src/issues/seal.ts";
import type { SimFile } from "../../src/sandbox/media.ts";
import { answered } from "../../src/store/answered.ts";
import { files } from "../../src/store/schema-files.ts";
import { openChangingPark, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";
import { Visitor } from "../support/visitor.ts";

/** What stands behind an issue on its page, and what of it is forgotten in the end. 龙飞 heads the police, which helps. */
const MOBILE = "13912345678";
/** An account that is called by a number, too. */
const ACCOUNT = "13700002222";
const CARD: SimFile = { name: `周长友${MOBILE}.pdf`, mime: "application/pdf", bytes: Buffer.from("%PDF-1.7\n%%EOF") };

describe("the page of an issue", () => {
  it("has the requests with who decided, the units that help, and which messages arrived, for each person his own", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { db } = park.app;
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    await park.say("李敏", "duban", "协办 1 公安分局 配合断路");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "延期 1 3天 等设备到货");
    await park.say("李敏", "duban", "同意 1 抓紧");
    await park.settle();
    const notices = () =>
      db.execute(
        sql`select id from notices where issue_id = 1 and target ->> 'code' = 'gongdian' and body ->> 'kind' = 'move' limit 1`,
      );
    const [lost] = answered<{ id: number }>(await notices());
    await db.execute(sql`update notices set state = 'dead', last_error = 'no-webhook' where id = ${lost?.id ?? 0}`);
    const page = async (name: string, query = "") =>
      (await (await Visitor.as(park, name)).open(`/issues/1${query}`)).text;
    const office = await page("李敏");
    expect(office).toMatch(
      /申请与批复\s[\s\S]*延期 11月26日 周四 09:00\s+等设备到货\s+王建国 11月16日 周一 09:\d\d\s+已同意 李敏 11月16日 周一 09:\d\d：抓紧/,
    );
    expect(office).toMatch(/协办单位\s[\s\S]*公安分局\s+11月16日 周一 09:\d\d\s+11月19日 周四 \d\d:\d\d\s+办理中/);
    expect(office).toMatch(/供电公司群\s+钉钉\s+没有送达：机构文件里没有这个群的 webhook/);
    expect(office).toMatch(/园区企业群\s+企业微信\s+已送达/);
    expect(await page("赵长河")).toContain("园区企业群");
    const power = await page("王建国");
    expect(power).toContain("供电公司群");
    expect(power).not.toMatch(/园区企业群|龙飞/);
    const police = await page("龙飞");
    expect(police).toContain("公安分局群");
    expect(police).not.toContain("供电公司群");
    const company = await page("周长友");
    expect(company).not.toMatch(/发出的消息|申请与批复|协办单位/);
    // Of many the newest are shown, and the others behind them.
    await db.execute(sql`insert into notices (lane, platform, target, audience, body, issue_id, mention, express, state, created_at, ready_at, attempts, parts_sent)
      select lane, platform, target, audience, body, issue_id, mention, express, 'waiting', created_at, created_at + interval '9 years', 0, 0 from notices, generate_series(1, 25) where id = ${lost?.id ?? 0}`);
    const shown = await (await Visitor.as(park, "李敏")).open("/issues/1");
    expect(shown.text.match(/待发出/g)).toHaveLength(20);
    const older = /href="(\/issues\/1\?sent=\d+)#sent"/.exec(shown.html)?.[1] ?? "";
    expect((await (await Visitor.as(park, "李敏")).open(older)).text.match(/待发出/g)).toHaveLength(5);
    for (const query of ["?sent=-1", "?looks=x", "?sent=1&sent=2"])
      expect(await page("李敏", query), query).toContain("筛选条件有误");
    // The group would tell whose a confidential one is.
    await park.say("周长友", "direct", "保密诉求 三车间又停电了");
    const chatId = park.app.holder.park.directory.chat("qiye")?.chatId;
    for (const target of [
      { kind: "chat", code: "qiye" },
      { kind: "reply", platform: "wecom", chatId, userId: "zhouchangyou" },
    ])
      await db.execute(sql`insert into notices (lane, platform, target, audience, body, issue_id, mention, express, state, created_at, ready_at, attempts, parts_sent)
        select lane, 'wecom', ${JSON.stringify(target)}::jsonb, audience, body, 2, mention, express, 'waiting', created_at, created_at, 0, 0 from notices where id = ${lost?.id ?? 0}`);
    const confided = async (name: string) => (await (await Visitor.as(park, name)).open("/issues/2")).text;
    expect((await confided("李敏")).match(/园区企业群\s+企业微信/g)).toHaveLength(2);
    const led = await confided("赵长河");
    expect(led.match(/企业群\s+企业微信/g)).toHaveLength(2);
    expect(led).not.toContain("园区企业群");
  });

  variant(
    "has no contact data any more when the issue has been over for as long as the park keeps it, and the record verifies",
    async () => {
      const { park } = await openChangingPark(
        "2026-11-16T09:00:00+08:00",
        (org) =>
          `${org
            .replaceAll("zhouchangyou", `"${ACCOUNT}"`)
            .replaceAll(/^ {2}- \{.* kind: .*-(?:daily|weekly|monthly),.*\n/gm, "")
            .replace(/^digests:.*$/m, "")}\npolicy: { contactDays: 31 }\n`,
      );
      const { db } = park.app;
      await park.say("周长友", "qiye", `诉求 三车间昨晚停电两次，联系周长友 ${MOBILE}`);
      await park.say("周长友", "direct", "补充 1 名片在这里", { files: [CARD] });
      await park.say("王建国", "gongdian", "签收 1");
      await park.say("王建国", "gongdian", `备注 1 已与周长友（${MOBILE}）通话`);
      await park.say("王建国", "gongdian", "答复 1 已更换开关");
      await park.say("王建国", "gongdian", "是");
      await park.say("周长友", "qiye", "已解决 1");
      await park.say("周长友", "qiye", "是");
      await seal(db, park.app.clock.now());
      await db.execute(sql`update notices set state = 'dead', settled_at = '2026-12-16T00:00:00Z' where issue_id = 1`);
      const held = async (pattern: string) => {
        const all = sql`select 'issues' as held from issues where id = 1 and (text || title || reporter_name) ~ ${pattern}
        union all select 'grams' from issue_grams where issue_id = 1 and grams @@ '''34'''::tsquery
        union all select 'events' from events where issue_id = 1 and (actor::text || data::text) ~ ${pattern}
        union all select 'notices' from notices where issue_id = 1 and (target::text || body::text) ~ ${pattern}`;
        return new Set(answered<{ held: string }>(await db.execute(all)).map((row) => row.held));
      };
      expect([...(await held(`${MOBILE}|周长友`))].sort()).toEqual(["events", "grams", "issues", "notices"]);
      await park.at("2026-12-17T08:59:00+08:00");
      await park.say("周长友", "qiye", `诉求 厂门口路面塌陷，电话 ${MOBILE}`);
      expect((await held(MOBILE)).size).toBe(4);
      await park.at("2026-12-17T10:00:30+08:00");
      expect([...(await held(`${MOBILE}|周长友`))]).toEqual([]);
      // By his account he is found again, in the ledger as in the record.
      const [sent] = await db.select().from(files).where(eq(files.issueId, 1));
      expect(sent).toMatchObject({ name: "（已隐去）139****5678.pdf", userId: ACCOUNT });
      // What is still open keeps it.
      const { text: open } = await (await Visitor.as(park, "周长友")).open("/issues/2");
      expect(open).toContain(MOBILE);
      const office = await Visitor.as(park, "李敏");
      const { text } = await office.open("/issues/1");
      expect(text).toContain("联系（已隐去） 139****5678");
      expect(text).not.toContain("668011");
      expect(text).toMatch(/系统\s+联系方式已按期限隐去/);
      await seal(db, park.app.clock.now());
      const now = park.app.clock.now();
      expect(await audit(db, now)).toMatchObject({ issues: 2, sealed: { forgotten: 4 } });
      // What was forgotten cannot be put in other words afterwards, nor what was not.
      for (const change of [
        sql`update events set data = jsonb_set(data, '{text}', '"x"') where issue_id = 1 and action = 'note'`,
        sql`update events set data = jsonb_set(data, '{department}', '"police"') where issue_id = 1 and action = 'submit'`,
        // As if it were of a time before words could be forgotten one by one.
        sql`update events set veils = null, at = at - interval '1 day' where issue_id = 1 and action = 'note'`,
        sql`delete from views where kind = 'forgotten'`,
      ]) {
        let found: unknown;
        const tampering = db.transaction(async (tx) => {
          for (const table of ["events", "views"])
            await tx.execute(sql.raw(`alter table ${table} disable trigger all`));
          await tx.execute(change);
          found = await audit(tx, now);
          tx.rollback();
        });
        await expect(tampering).rejects.toThrow("Rollback");
        expect(found).toMatchObject({ fault: { what: expect.stringMatching(/not what was recorded|is missing/) } });
      }
    },
  );
});
