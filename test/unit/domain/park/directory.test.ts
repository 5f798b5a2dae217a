import { describe, expect, it } from "vitest";
import { createDirectory, normaliseName } from "../../../../src/domain/park/directory.ts";
import type { Org } from "../../../../src/domain/park/org.ts";
import { GONE } from "../../../../src/messages/zh-cn/places.ts";

const org: Org = {
  park: { name: "园区", timeZone: "Asia/Shanghai", workingHours: ["08:30-12:00"] },
  departments: [
    { code: "power", name: "供电公司", aliases: ["国网永州供电"], level: "city", trackedBy: "economy" },
    { code: "water", name: "自来水公司", aliases: [], level: "park" },
    { code: "economy", name: "经济发展局", aliases: ["经发局"], level: "park" },
  ],
  categories: [{ code: "power", name: "用电", aliases: ["电力 Power"], department: "power", keywords: ["停电"] }],
  enterprises: [
    { code: "zhongsu", name: "湖南中塑科技有限公司", aliases: ["中塑科技"] },
    { code: "zhongsu-2", name: "永州中塑新材料有限公司", aliases: [] },
    { code: "abc", name: "ABC 电子", aliases: [] },
  ],
  people: [
    { name: "刘洋", role: "officer", department: "power", dingtalk: "0254572" },
    { name: "王建国", role: "head", department: "power", dingtalk: "0254571", wecom: "Wang" },
    { name: "李敏", role: "coordinator", department: "power", wecom: "limin" },
    { name: "赵长河", role: "leader" },
  ],
  chats: [
    { code: "one", platform: "wecom", chatId: "same", name: "一", audience: "department", department: "power" },
    { code: "two", platform: "dingtalk", chatId: "same", name: "二", audience: "department", department: "power" },
    { code: "three", platform: "dingtalk", chatId: "three", name: "三", audience: "supervision" },
  ],
  digests: [],
  holidays: { off: [], on: [] },
  policy: { limits: {}, categories: {}, ladder: {} },
};
const directory = createDirectory(org, GONE);

describe("a department", () => {
  it.each(["供电公司", "国网永州供电", "供 电 公 司", "国网", "永州供电", "power", "Ｐower"])(
    "is found as «%s»",
    (text) => {
      expect(directory.departmentNamed(text)).toMatchObject({ kind: "one", found: { code: "power" } });
    },
  );

  it("is asked back when several names hold the text, those that begin with it first", () => {
    const match = directory.departmentNamed("公司");
    expect(match.kind === "many" && match.found.map(({ code }) => code)).toEqual(["power", "water"]);
  });

  it("is not found by a text that no name holds, nor by none", () => {
    expect(directory.departmentNamed("教育局")).toEqual({ kind: "none" });
    expect(directory.departmentNamed("  ")).toEqual({ kind: "none" });
  });

  it("has its heads before its officers, and nobody else, and its chats", () => {
    expect(directory.officersOf("power").map(({ name }) => name)).toEqual(["王建国", "刘洋"]);
    expect(directory.chatsOfDepartment("power").map(({ code }) => code)).toEqual(["one", "two"]);
    expect(directory.officersOf("water")).toEqual([]);
    expect(directory.chatsOfDepartment("water")).toEqual([]);
  });
});

describe("a single character", () => {
  const short = createDirectory(
    {
      ...org,
      departments: [...org.departments, { code: "q", name: "督", aliases: [], level: "park" }],
      enterprises: [...org.enterprises, { code: "x", name: "永州潇湘电子", aliases: ["潇"] }],
    },
    GONE,
  );

  it("finds nothing, however few names hold it: it is asked back", () => {
    for (const text of ["供", "水", "国", " 电 ", "ｅ", "公"])
      expect(directory.departmentNamed(text)).toEqual({ kind: "none" });
    for (const text of ["湖", "塑", "A", "永"]) expect(directory.companyNamed(text)).toEqual({ kind: "none" });
  });

  it("finds what has it for its whole name, alias or code", () => {
    for (const text of ["督", "q"]) expect(short.departmentNamed(text)).toMatchObject({ found: { code: "q" } });
    expect(short.companyNamed("潇")).toMatchObject({ found: { code: "x" } });
  });
});

describe("an enterprise", () => {
  it("is found by its name or alias, however it is spelt", () => {
    expect(directory.companyNamed("中塑科技")).toMatchObject({ kind: "one", found: { code: "zhongsu" } });
    expect(directory.companyNamed("ａｂｃ电子")).toMatchObject({ kind: "one", found: { code: "abc" } });
  });

  it("is asked back when several companies hold the text", () => {
    const match = directory.companyNamed("中塑");
    expect(match.kind === "many" && match.found.map(({ code }) => code)).toEqual(["zhongsu", "zhongsu-2"]);
  });

  it("is not found by its code in chat, only in the program", () => {
    expect(directory.companyNamed("zhongsu-2")).toEqual({ kind: "none" });
    expect(directory.company("zhongsu-2")?.name).toBe("永州中塑新材料有限公司");
  });
});

describe("the other lookups", () => {
  it("find a category by name, alias and code, and not by a keyword", () => {
    for (const text of ["用电", "电力power", "power"]) expect(directory.categoryNamed(text)?.code).toBe("power");
    expect(directory.categoryNamed("停电")).toBeUndefined();
    expect(directory.category("constructor")).toBeUndefined();
  });

  it("find a person by an account of one platform, in its exact letters", () => {
    expect(directory.personBy("wecom", "Wang")?.name).toBe("王建国");
    expect(directory.personBy("wecom", "wang")).toBeUndefined();
    expect(directory.personBy("wecom", "0254571")).toBeUndefined();
    expect(directory.personBy("dingtalk", "254571")).toBeUndefined();
    expect(directory.person("王建国")?.role).toBe("head");
  });

  it("keep the chats of the platforms apart", () => {
    expect(directory.chatBy("wecom", "same")?.code).toBe("one");
    expect(directory.chatBy("dingtalk", "same")?.code).toBe("two");
    expect(directory.chatBy("wecom", "three")).toBeUndefined();
    expect(directory.chat("three")?.audience).toBe("supervision");
  });

  it("list coordinators, leaders and supervision chats", () => {
    expect(directory.coordinators().map(({ name }) => name)).toEqual(["李敏"]);
    expect(directory.leaders().map(({ name }) => name)).toEqual(["赵长河"]);
    expect(directory.supervisionChats().map(({ code }) => code)).toEqual(["three"]);
  });

  it("compare names without width, case, spaces and invisible characters", () => {
    expect(normaliseName(" ＡＢ\u200b科 技\u3000")).toBe("ab科技");
  });
});
