import { describe, expect, it } from "vitest";
import { type Routing, reasonText, route } from "../../../../src/domain/issue/routing.ts";
import { createDirectory } from "../../../../src/domain/park/directory.ts";
import type { Category, Department, Org } from "../../../../src/domain/park/org.ts";
import { GONE } from "../../../../src/messages/zh-cn/places.ts";

const department = (code: string, name: string): Department => ({ code, name, aliases: [], level: "park" });
const category = (code: string, name: string, of: string, keywords: readonly string[]): Category => ({
  code,
  name,
  aliases: [],
  department: of,
  keywords,
});

const org: Org = {
  park: { name: "园区", timeZone: "Asia/Shanghai", workingHours: ["08:30-12:00"] },
  departments: [
    department("power", "供电公司"),
    department("water", "自来水公司"),
    department("finance", "财政金融局"),
    department("transport", "交通运输局"),
    department("telecom", "通信公司"),
  ],
  categories: [
    category("power", "用电", "power", ["停电", "跳闸", "供电"]),
    category("water", "供水", "water", ["停水", "自来水"]),
    category("financing", "融资", "finance", ["停电补偿", "贷款"]),
    category("traffic", "交通", "transport", ["堵车", "大货车"]),
    category("bus", "公交", "transport", ["公交站", "班车", "停车"]),
    category("telecom", "通信", "telecom", ["5G", "WiFi"]),
  ],
  enterprises: [{ code: "jt", name: "永州交通器材有限公司", aliases: [] }],
  people: [],
  chats: [],
  digests: [],
  holidays: { off: [], on: [] },
  policy: { limits: {}, categories: {}, ladder: {} },
};
const directory = createDirectory(org, GONE);

/** The reason when routing is sure, else the reasons of the suggestions. */
function told(routing: Routing): string | readonly string[] {
  return routing.kind === "sure"
    ? reasonText(routing.reason)
    : routing.suggestions.map(({ reason }) => reasonText(reason));
}

describe("routing is sure", () => {
  it.each([
    ["三车间昨晚停电两次，影响交货", "停电 → 用电 → 供电公司"],
    ["用电问题", "用电 → 用电 → 供电公司"],
    ["５ｇ信号差", "5G → 通信 → 通信公司"],
    ["办公室wifi很慢", "WiFi → 通信 → 通信公司"],
  ])("for one department's words: «%s»", (text, reason) => {
    expect(told(route(text, directory))).toBe(reason);
  });

  it("for the longest word, and a word inside it does not count", () => {
    expect(told(route("申请停电补偿", directory))).toBe("停电补偿 → 融资 → 财政金融局");
  });

  it("for several words of one department", () => {
    expect(told(route("停电停电，又跳闸", directory))).toBe("停电 → 用电 → 供电公司");
  });

  it("when two categories of one department are equal, by their codes", () => {
    expect(told(route("堵车，班车来不了", directory))).toBe("班车 → 公交 → 交通运输局");
  });

  it("for the category that was chosen, by name or code, whatever the text says", () => {
    expect(told(route("停电", directory, "供水"))).toBe("#供水 → 供水 → 自来水公司");
    expect(told(route("停电", directory, "water"))).toBe("#供水 → 供水 → 自来水公司");
  });

  it("for a chosen word that is no category, as for any other word", () => {
    expect(told(route("昨晚三次", directory, "停电"))).toBe("停电 → 用电 → 供电公司");
    expect(told(route("停电", directory, "没有这个"))).toBe("停电 → 用电 → 供电公司");
  });

  it("with the same reason when a keyword is written in two ways, in either order", () => {
    for (const keywords of [
      ["WIFI", "WiFi"],
      ["WiFi", "WIFI"],
    ]) {
      const categories = [category("telecom", "通信", "telecom", keywords)];
      expect(told(route("wifi 慢", createDirectory({ ...org, categories }, GONE)))).toBe("WIFI → 通信 → 通信公司");
    }
  });

  it("in spite of a department or company whose name holds another's word", () => {
    expect(told(route("自来水公司门口停电", directory))).toBe("停电 → 用电 → 供电公司");
    expect(told(route("永州交通器材有限公司停电", directory))).toBe("停电 → 用电 → 供电公司");
    expect(told(route("交通不便，停电", directory))).toHaveLength(2);
  });
});

describe("routing is not sure", () => {
  it("when nothing matches, and suggests nothing", () => {
    for (const text of ["食堂太贵", "", "😀", "15GB 不够"]) expect(told(route(text, directory)), text).toEqual([]);
  });

  it("when words speak for two departments, however long or many, and suggests the longer ones first, then the more", () => {
    expect(told(route("停电停电停电跳闸，申请停电补偿", directory))).toEqual([
      "停电补偿 → 融资 → 财政金融局",
      "停电 → 用电 → 供电公司",
    ]);
    expect(told(route("停水停水停水，又停电又跳闸", directory))).toEqual([
      "停电 → 用电 → 供电公司",
      "停水 → 供水 → 自来水公司",
    ]);
  });

  it("when two departments are named, or several matters raised", () => {
    for (const text of [
      "请供电公司和自来水公司来看停电",
      "1、停电 2、又跳闸",
      "（一）停电（二）跳闸",
      "一是停电，二是跳闸",
      "停电了。另外还跳闸",
    ])
      expect(route(text, directory), text).toMatchObject({ kind: "unsure", contradicts: true });
    // Figures and dates number nothing.
    for (const text of ["3.5万度电，停电2次", "11月1日、2日停电", "1号楼停电", "停电 alert(1) alert(2)"])
      expect(route(text, directory).kind, text).toBe("sure");
  });

  it("when two departments are equal, and suggests both", () => {
    expect(told(route("停水又停电", directory))).toEqual(["停电 → 用电 → 供电公司", "停水 → 供水 → 自来水公司"]);
  });

  it("when a Latin word is longer only in letters", () => {
    expect(told(route("停电后WiFi没了", directory))).toHaveLength(2);
  });

  it("when only a department is named, and suggests it", () => {
    expect(told(route("请供电公司派人来", directory))).toEqual(["供电公司 → 用电 → 供电公司"]);
  });

  it("with at most three suggestions, each of another department, those that a keyword speaks for first", () => {
    expect(told(route("贷款停水停电停车，请通信公司来", directory))).toEqual([
      "停车 → 公交 → 交通运输局",
      "贷款 → 融资 → 财政金融局",
      "停电 → 用电 → 供电公司",
    ]);
    expect(told(route("停水停电，请通信公司来", directory))).toEqual([
      "停电 → 用电 → 供电公司",
      "停水 → 供水 → 自来水公司",
      "通信公司 → 通信 → 通信公司",
    ]);
  });
});

describe("what a text denies itself", () => {
  const whose = (text: string) => {
    const routing = route(text, directory);
    return routing.kind === "sure"
      ? routing.department.code
      : routing.suggestions.map(({ department }) => department.code);
  };

  it.each<[string, string | readonly string[]]>([
    ["不是停电，是停水", "water"],
    ["厂区停电了，哦不对，是停水", "water"],
    ["刚才打错了", []],
    ["宿舍停电说错了是停水", "water"],
    ["跟自来水没关系，就是跳闸", "power"],
    ["是自来水管爆了，不是停电", "water"],
    ["不是供电公司的问题，应该是自来水公司", ["water"]],
    ["不是停电的事，是大门口的路", []],
    ["不是要停电，我们是想问自来水管什么时候接", "water"],
    ["原来以为是停电，结果是自来水管爆了", "water"],
    ["物业说是跳闸，电工来查了，其实是停水", "water"],
    ["先不说停电，主要说说停水", "water"],
    ["物业说是停电，后来一直没修", "power"],
    ["是不是又停电了", "power"],
    ["不是第一次停电了，请尽快", "power"],
    ["不是停电就是跳闸", "power"],
    ["贷款合同写错了，银行不认", "finance"],
  ])("speaks for nobody: %s", (text, expected) => {
    expect(whose(text)).toEqual(expected);
  });
});
