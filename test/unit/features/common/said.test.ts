import { describe, expect, it } from "vitest";
import { exceptedIn, withExcepted } from "../../../../src/domain/common/zh-cn-excepted.ts";
import {
  asksHow,
  isTitle,
  leadBefore,
  markedIn,
  numberAt,
  numbersAlone,
  subWordIn,
  withNumbers,
  writtenFor,
} from "../../../../src/features/common/zh-cn-said.ts";

describe("what stands behind 共性", () => {
  it.each([
    ["停电频繁 12 15 18", "停电频繁", [12, 15, 18]],
    ["停电频繁：12、15和#18", "停电频繁", [12, 15, 18]],
    ["#12 #15 停电频繁", "停电频繁", [12, 15]],
    ["3号变压器停电 １２", "3号变压器停电", [12]],
    ["「二期 3」 12", "二期 3", [12]],
    ["停电频繁", "停电频繁", []],
    ["12 15", "", [12, 15]],
    ["停电频繁 十二 15", "停电频繁", [12, 15]],
  ])("has a title and numbers: %s", (text, title, numbers) => {
    expect(withNumbers(text)).toEqual({ title, numbers });
  });

  it("names a common problem by what no issue is called, and alone by its number", () => {
    expect(numberAt("G3 更换", "marked")).toEqual({ id: 3, behind: "更换" });
    expect(numberAt("共性3：更换", "marked")).toEqual({ id: 3, behind: "更换" });
    expect(numberAt("3 更换", "marked")).toBeNull();
    expect(numberAt("3 更换", "any")).toEqual({ id: 3, behind: "更换" });
    expect(numberAt("3台变压器", "any")).toBeNull();
    expect(markedIn("12 15 到 g3")).toEqual({ id: 3, rest: "12 15" });
    expect(numbersAlone("12，15 停电")).toEqual({ numbers: [12, 15], unread: "停电" });
    expect(numbersAlone("十二、15和二十号")).toEqual({ numbers: [12, 15, 20], unread: "" });
    expect(["三", "三号：更换", "G十二 更换", "共性三进展"].map((one) => numberAt(one, "any")?.id)).toEqual([
      3, 3, 12, 3,
    ]);
    expect(numberAt("一直停电", "any")).toBeNull();
  });

  it("begins with the longest word, in either language", () => {
    expect(subWordIn("不是共性 1")).toEqual({ name: "dismiss", behind: "1" });
    expect(subWordIn("牵头单位：供电公司")).toEqual({ name: "lead", behind: "供电公司" });
    expect(subWordIn("New 停电 1")).toEqual({ name: "create", behind: "停电 1" });
    expect(subWordIn("newest")).toBeNull();
    expect(["催一下，慢死了", "催 G3"].map((text) => subWordIn(text)?.name)).toEqual([undefined, "urge"]);
    expect(leadBefore("由供电公司牵头")).toBe("供电公司");
  });

  it("leaves out of an answer to all whom somebody says, and what says so", () => {
    const read = (text: string) => withExcepted(exceptedIn(text));
    expect(
      [
        "开关已换，11号先不发",
        "除了11号、12号，其他的回：已换",
        "先别发给11号，12号前换完",
        "16先别，其余照发",
        "已换",
      ].map(read),
    ).toEqual(["除 #11：开关已换", "除 #11 #12：已换", "除 #11：12号前换完", "除 #16：", "已换"]);
    expect(exceptedIn("12号不停电，3号楼不回水").except).toEqual([]);
    expect(["12", "🙂", "5G覆盖"].map(isTitle)).toEqual([false, false, true]);
  });

  it("tells a question from a progress, and is what a form would write", () => {
    for (const text of ["怎么样了", "如何？", "到哪一步了", "了吗", "了没有"]) expect(asksHow(text), text).toBe(true);
    for (const text of ["如何更换已经定了", "有进展：已到货"]) expect(asksHow(text), text).toBe(false);
    expect(writtenFor("create", { title: "停电「二期」 3", numbers: "1 2" })).toBe("新建 「停电 二期  3」 1 2");
    expect(writtenFor("answer", { common: "3", text: "已换" })).toBe("答复 G3 已换");
  });
});
