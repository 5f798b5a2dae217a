import { describe, expect, it } from "vitest";
import { actionIn, type Fields, saidIn, wordOf } from "../../../src/board/forms.tsx";
import { addressWith, placeAsked, placeText, readAsked } from "../../../src/board/list-asked.ts";
import type { Doable } from "../../../src/domain/issue/lifecycle.ts";
import { unlistedCode } from "../../../src/domain/park/unlisted.ts";
import { PARK } from "../../support/domain.ts";

describe("what a form says", () => {
  it.each<[Doable, Fields, object]>([
    ["sign", {}, { rest: "" }],
    ["answer", { text: "已经修好" }, { rest: "已经修好" }],
    ["dispatch", { department: "power", opinion: "请先看现场" }, { rest: "请先看现场", unit: "power", noted: true }],
    ["dispatch", { opinion: "请先看现场" }, { rest: "请先看现场" }],
    ["dispatch", { department: "nobody" }, { rest: "" }],
    ["return", { reason: "不归我们", department: "power" }, { rest: "不归我们", unit: "power" }],
    ["extend", { date: "2026-12-01", reason: "等设备" }, { rest: "2026-12-01 等设备" }],
    ["measure", { text: "更换变压器", date: "2026-12-01" }, { rest: "更换变压器 2026年12月1日前" }],
    ["measure", { text: "更换变压器" }, { rest: "更换变压器" }],
    ["rate", { rating: "4", opinion: "还行" }, { rest: "4 还行" }],
    ["merge", { into: "7" }, { rest: "7" }],
  ])("of %s with %o is what somebody could write", (action, fields, said) => {
    expect(saidIn(action, fields, PARK)).toEqual(said);
  });

  it("is a 批示 of a leader, and a 督办 of the office", () => {
    expect(wordOf("supervise", { role: "leader" })).toBe("批示");
    expect(wordOf("supervise", { role: "coordinator" })).toBe("督办");
  });

  it("names a move that there is, and nothing that is none of anybody's", () => {
    expect(actionIn("sign")).toBe("sign");
    for (const strange of ["submit", "lapse", "toString", "", undefined, ["sign"]])
      expect(actionIn(strange)).toBeNull();
  });
});

describe("what a list is asked for", () => {
  it("is read from an address, and written into one", () => {
    const query = { state: ["open", "closed"], department: "power", words: "停电 车间", urgency: "", themeDay: "3" };
    const asked = readAsked({ ...query, sort: "due", before: "due~1795000000000~12" });
    expect(asked).toMatchObject({
      state: ["open", "closed"],
      department: ["power"],
      themeDay: [3],
      words: "停电 车间",
    });
    if (asked === null) throw new Error("it was read");
    const { searchParams } = new URL(addressWith(asked, { before: asked.before }), "http://a");
    const names = [...new Set(searchParams.keys())];
    const sent = names.map((name) => {
      const [first, ...more] = searchParams.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]] as const;
    });
    expect(readAsked(Object.fromEntries(sent))).toEqual(asked);
    expect(placeText(asked, placeAsked(asked.before ?? ""))).toBe(asked.before);
    expect(addressWith(asked, { state: undefined, words: undefined, themeDay: undefined, sort: undefined })).toBe(
      "/issues?department=power",
    );
  });

  it.each(["湖南新星（集团）有限公司 A", "星~1~2", "名".repeat(60)])(
    "begins behind an issue of %s, which nobody listed",
    (name) => {
      const asked = readAsked({ sort: "company", before: `${unlistedCode(name)}~0~12` });
      if (asked === null) throw new Error("it was read");
      const place = { stretch: unlistedCode(name), at: 0, id: 12 };
      expect(placeAsked(asked.before ?? "")).toEqual(place);
      expect(placeText(asked, place)).toBe(asked.before);
    },
  );

  it.each([
    { state: "x" },
    { state: ["open", "x"] },
    { department: Array.from({ length: 101 }, (_, n) => `d${n}`) },
    { sort: "due", before: "3" },
    { before: "due~1~3" },
    { sort: "due", before: "due~99999999999999~3" },
    { before: "0" },
    { sort: "company", before: "?新\u0000星~0~3" },
    { sort: "company", before: `${"名".repeat(65)}~0~3` },
    { words: "长".repeat(101) },
    { overdue: "2" },
  ])("is nothing, of %o", (query) => {
    expect(readAsked(query)).toBeNull();
  });
});
