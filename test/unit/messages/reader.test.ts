import { describe, expect, it } from "vitest";
import type { Audience } from "../../../src/domain/issue/audience.ts";
import type { Issue } from "../../../src/domain/issue/issue.ts";
import { createPark, withNamesOf } from "../../../src/domain/park/park.ts";
import { unlistedCode } from "../../../src/domain/park/unlisted.ts";
import { FORGOTTEN } from "../../../src/domain/zh-cn-forgotten.ts";
import { titleOf } from "../../../src/domain/zh-cn-title.ts";
import { Reader } from "../../../src/messages/reader.ts";
import { GONE } from "../../../src/messages/zh-cn/places.ts";
import { COMPANY, inProgress, issue, ORG, on, PARK, undispatched } from "../../support/domain.ts";

const NOW = on("11-24 09:00");
const GROUP: Audience = { kind: "enterprise", chat: "qiye" };
const POWER: Audience = { kind: "department", department: "power" };
const COORDINATOR: Audience = { kind: "coordinator" };
const SUPERVISION: Audience = { kind: "supervision" };
const OWN: Audience = { kind: "company", actor: COMPANY };

const saying = (text: string, more = {}) => issue({ text, title: titleOf(text), ...more });
const view = (about: Issue, audience: Audience) => new Reader(audience, { park: PARK, now: NOW }).issue(about);

/** So many characters, not drawn out. */
const long = (length: number) => "停水".repeat(length).slice(0, length);

describe("the view of an issue", () => {
  it("names category and department, and the company except in an enterprise group", () => {
    expect(view(inProgress(), GROUP)).toMatchObject({ category: "用电", department: "供电公司", company: null });
    for (const audience of [OWN, POWER, COORDINATOR, SUPERVISION]) {
      expect(view(inProgress(), audience).company).toBe("湖南中塑科技有限公司");
    }
    expect(view(undispatched(), COORDINATOR)).toMatchObject({ department: null, category: null, due: null });
  });

  it("gives the due date in words", () => {
    expect(view(inProgress(), OWN)).toMatchObject({ due: "11月23日 周一 09:00" });
  });

  it("gives the promised date to whoever sees the measure, with its year when that is another", () => {
    const about = inProgress({ measure: "还要加线", measureDue: on("12-01 17:30") });
    for (const audience of [OWN, POWER, COORDINATOR, SUPERVISION]) {
      expect(view(about, audience)).toMatchObject({ measure: "还要加线", promise: "12月1日 周二 17:30" });
    }
    expect(view(about, GROUP)).toMatchObject({ measure: null, promise: null });
    expect(view({ ...about, measureDue: on("2027-03-01 17:30") }, POWER).promise).toBe("2027年3月1日 周一 17:30");
    expect(view({ ...about, measureDue: null }, POWER).promise).toBeNull();
  });

  it("shows no light outside the park's offices", () => {
    expect(view(inProgress(), POWER).light).toBe("red");
    // A day of the five is left.
    expect(view(inProgress({ due: on("11-24 09:01") }), POWER).light).toBe("yellow");
    expect(view(inProgress({ due: on("11-27 09:00") }), POWER).light).toBeNull();
    expect(view(inProgress({ state: "waiting" }), POWER).light).toBeNull();
    for (const audience of [GROUP, OWN]) expect(view(inProgress(), audience).light).toBeNull();
  });

  it("masks telephone numbers where strangers read, in every text", () => {
    const phone = "13812345678";
    const about = saying(`停电请打${phone}`, { measure: `找${phone}`, publicAnswer: `联系${phone}` });
    for (const audience of [GROUP, SUPERVISION]) {
      expect(JSON.stringify(view(about, audience))).not.toContain(phone);
      expect(view(about, audience).publicAnswer).toBe("联系138****5678");
    }
    for (const audience of [POWER, COORDINATOR, OWN]) expect(view(about, audience).measure).toContain(phone);
  });

  it("leaves neither a number nor half of one in a title, whole or masked", () => {
    const about = saying(`${long(22)}13812345678找张工`);
    for (const { title } of [about, view(about, GROUP), view(about, POWER)]) {
      expect(title).toBe(`${long(22)} 找张工`);
    }
  });

  it("tells an enterprise group the unit alone: neither who handles it nor what the unit plans", () => {
    const about = inProgress({ measure: "更换变压器" });
    expect(view(about, GROUP)).toMatchObject({ department: "供电公司", handler: null, measure: null });
    for (const audience of [OWN, POWER, COORDINATOR, SUPERVISION]) {
      expect(view(about, audience)).toMatchObject({ handler: "王建国", measure: "更换变压器" });
    }
    expect(view(inProgress({ handler: "杨帆" }), OWN).handler).toBe("杨帆（经济发展局）");
  });

  it("says that a liaison is not verified to the offices alone", () => {
    const about = issue({ reporter: { name: "小李", platform: "wecom", userId: "guest-1", verified: false } });
    expect([GROUP, OWN, POWER, COORDINATOR].map((audience) => view(about, audience).unverified)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe("the company of a confidential issue", () => {
  const secret = { confidential: true, publicIn: null };

  it.each([
    ["its name", "湖南中塑科技有限公司的停电", "某企业的停电"],
    ["its short name", "中塑科技停电", "某企业停电"],
    ["spaces inside", "中塑 科技 停电", "某企业 停电"],
    ["other capitals", "zs tech停电", "某企业停电"],
    ["full width and no space", "ＺＳＴｅｃｈ停电", "某企业停电"],
    ["who raised it", "找周长友", "找某人"],
    ["another of its people", "找吴晓燕", "找某人"],
    ["what is left of its name without place and form", "中塑科技公司、中塑停电", "某企业公司、某企业停电"],
    ["somebody whom the text introduces", "联系人张卫国，或找李工", "联系人某人，或找某人"],
    ["a name before a number", "请找张卫国13812345678", "请找某人某号码"],
    ["a number alone", "请打0746-8223456", "请打某号码"],
    ["several of these", "中塑科技周长友：湖南中塑科技有限公司", "某企业某人：某企业"],
  ])("is hidden inside texts: %s", (_what, text, shown) => {
    for (const audience of [POWER, SUPERVISION]) {
      const seen = view(saying(text, { ...secret, measure: text, publicAnswer: text }), audience);
      expect(seen).toMatchObject({ title: shown, text: shown, measure: shown, publicAnswer: shown, company: "某企业" });
      expect(seen.unverified).toBe(false);
    }
    for (const audience of [COORDINATOR, OWN]) expect(view(saying(text, secret), audience).text).toBe(text);
  });

  it("stays hidden when it, or one of its people, is called otherwise or has left the org file since", () => {
    const before = withNamesOf(ORG, new Map());
    const renamed = { ...ORG.enterprises[0], code: "zhongsu", name: "湖南新锐科技有限公司", aliases: [] };
    const people = ORG.people.filter((one) => one.role !== "liaison");
    for (const enterprises of [[], [renamed]]) {
      const park = createPark({ ...ORG, enterprises, people }, () => true, before, GONE);
      const about = saying("湖南中塑科技有限公司，中塑的吴晓燕知情，新锐科技", secret);
      const { text } = new Reader(POWER, { park: park, now: NOW }).issue(about);
      expect(text).not.toMatch(/中塑|吴晓燕|晓燕/u);
      if (enterprises.length > 0) expect(text).not.toContain("新锐");
    }
  });

  it("leaves no half of its name in a title that is cut", () => {
    const about = saying(`${long(24)}湖南中塑科技有限公司`, secret);
    expect(about.title).toMatch(/湖南中塑科…$/);
    expect(view(about, POWER).title).toBe(`${long(24)}某企业`);
  });

  it("is hidden as well when no org file lists it, and by the form its name is no person's", () => {
    const name = "湖南星驰新材料有限公司";
    const byForm = (called: string) => ({
      enterprise: unlistedCode(called),
      reporter: { name: called, platform: "form", userId: "13900001234", verified: false } as const,
    });
    const about = issue({ ...secret, ...byForm(name) });
    for (const audience of [POWER, SUPERVISION]) {
      const reader = new Reader(audience, { park: PARK, now: NOW });
      expect(reader.text("星驰新材料公司被卡办证", about)).toBe("某企业公司被卡办证");
      expect(reader.text(`我们星驰，${name}，星驰公司急`, about)).toBe("我们某企业，某企业，某企业公司急");
      const later = { ...about, reporter: { ...about.reporter, name: FORGOTTEN } };
      expect(reader.text(`${FORGOTTEN}，星驰公司急`, later)).toBe(`${FORGOTTEN}，某企业公司急`);
    }
    const office = new Reader(COORDINATOR, { park: PARK, now: NOW }).masking();
    expect(office.text(`${name}的问题`, about)).toBe(`${name}的问题`);
    expect(office.text("电力不足", issue(byForm("电力")))).toBe("电力不足");
  });

  it("takes a single character, as a stranger may call themselves, for no name", () => {
    const about = issue({ ...secret, reporter: { name: "电", platform: "wecom", userId: "x", verified: false } });
    expect(new Reader(POWER, { park: PARK, now: NOW }).text("停电", about)).toBe("停电");
  });

  it("is named in the texts of an issue that is not confidential, and so are people and numbers where they are seen", () => {
    const text = "中塑科技停电，联系人张卫国13812345678";
    expect(view(saying(text), POWER).text).toBe(text);
    expect(view(saying(text), SUPERVISION).text).toBe("中塑科技停电，联系人张卫国138****5678");
  });

  it("is cut out of the title before it is cut, also where the kept title is another one", () => {
    const text = `${long(22)}13812345678找张工`;
    for (const about of [saying(text, secret), saying(text, { ...secret, title: `${long(20)}1381234567…` })]) {
      expect(view(about, POWER).title).toBe(`${long(22)}某号码找某人`);
    }
  });
});

describe("a title", () => {
  it.each([
    ["三车间昨晚停电两次", "三车间昨晚停电两次"],
    ["三车间停电。影响交货", "三车间停电"],
    ["三车间停电！\n影响交货", "三车间停电"],
    ["  三车间停电\n第二行", "三车间停电"],
    ["。\n第二行", "第二行"],
    ["！？", "！？"],
    ["。\n。", "。"],
    ["电压不足1.5千伏，请查", "电压不足1.5千伏，请查"],
    [long(30), long(30)],
    [long(31), `${long(29)}…`],
    ["😀😃".repeat(16), `${"😀😃".repeat(14)}😀…`],
    [`${long(28)}e\u0301e\u0301停电了`, `${long(28)}e\u0301…`],
    ["👍🏽👎🏽".repeat(16), `${"👍🏽👎🏽".repeat(14)}👍🏽…`],
    [`${long(29)}e\u0301`, `${long(29)}e\u0301`],
  ])("of %j is %j", (text, title) => {
    expect(titleOf(text)).toBe(title);
  });
});

describe("a name of any length", () => {
  it("on a confidential issue leaves the issue readable", () => {
    const name = "周".repeat(20_000);
    const about = saying("三车间停电", {
      confidential: true,
      reporter: { name, platform: "dingtalk", userId: "u", verified: false },
    });
    expect(view(about, POWER).text).toBe("三车间停电");
  });
});
