import { describe, expect, it } from "vitest";
import { withoutNames } from "../../../../src/domain/park/loose-name.ts";

describe("a name that is taken out of a text", () => {
  it.each([
    ["中塑科技停电", "中塑科技", "某企业停电"],
    ["请找 ZS  tech 的人", "ZS Tech", "请找 某企业 的人"],
    ["ＺＳ Ｔｅｃｈ和zstech", "ZS Tech", "某企业和某企业"],
    ["中 塑\n科 技", "中塑科技", "某企业"],
    ["[a].*(b)\\", "[a].*(b)\\", "某企业"],
    ["㈱中塑", "(株)中塑", "某企业"],
    ["哈哈哈", "哈哈", "某企业哈"],
    ["没有它", "中塑", "没有它"],
    ["", "中塑", ""],
    ["中塑", " ", "中塑"],
    ["a𠮷b𠮷", "𠮷", "a某企业b某企业"],
  ])("«%s» without «%s»", (text, name, left) => {
    expect(withoutNames(text, [name], "某企业")).toBe(left);
  });

  it("counts whole where a shorter one begins it", () => {
    const names = ["中塑", "湖南中塑科技", "中塑科技", ""];
    expect(withoutNames("湖南中塑科技、中塑科技和中塑", names, "某企业")).toBe("某企业、某企业和某企业");
  });

  it("may be of any length and any characters", () => {
    const long = "名[^-]$&".repeat(20_000);
    expect(withoutNames("三车间停电", [long], "某企业")).toBe("三车间停电");
    expect(withoutNames(`找${long}吧`, [long], "某企业")).toBe("找某企业吧");
  });
});
