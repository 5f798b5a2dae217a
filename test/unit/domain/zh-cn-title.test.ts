import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphemesOf } from "../../../src/domain/graphemes.ts";
import { titleOf } from "../../../src/domain/zh-cn-title.ts";

describe("the title of an issue", () => {
  it.each([
    ["三车间昨晚停电两次，影响交货", "三车间昨晚停电两次，影响交货"],
    ["反映几个事：\n1、路口红绿灯坏了\n2、食堂太贵", "1、路口红绿灯坏了"],
    ["我们有两个问题：1、门口路灯坏了，2、食堂太贵", "门口路灯坏了，2、食堂太贵"],
    ["一下 大货车晚上乱停乱放", "大货车晚上乱停乱放"],
    ["你好，请问一下，我想反映一下，路灯不亮", "路灯不亮"],
    ["领导好，我们公司想咨询一下高新申报几月开始", "高新申报几月开始"],
    ["特急！又停电了", "又停电了"],
    ["急 又停电了", "又停电了"],
    ["急急急！！！又停电了！！！", "又停电了"],
    ["喂，那个，污水管网堵了", "污水管网堵了"],
    ["在吗，门口路灯坏了三天", "门口路灯坏了三天"],
    ["停水了，锅炉停了，整条线都停产", "停水了，锅炉停了，整条线都停产"],
    ["急需普工四十人", "急需普工四十人"],
    ["问题不大，想换个电表", "问题不大，想换个电表"],
    ["跳闸了4次，机器都停了 联系电话13874612345", "跳闸了4次，机器都停了"],
    ["跳闸了4次（电话：138****2345），机器都停了", "跳闸了4次，机器都停了"],
    ["路灯坏了，0746-8881234", "路灯坏了"],
    ["下水道堵了，车都进不来😭😭🙏🏻", "下水道堵了，车都进不来"],
    ["110千伏线路改造，2026年11月30日前要停电", "110千伏线路改造，2026年11月30日前要停电"],
    ["路面坑洼 紧急", "路面坑洼"],
    ["【保密】围墙外有人收费，#治安", "围墙外有人收费"],
    ["#用电 紧急 三车间停电", "三车间停电"],
    ["#3机床一开就跳闸", "#3机床一开就跳闸"],
    ["安全、保密、消防都要查", "安全、保密、消防都要查"],
    ["这事莫让别人晓得哈，只跟营商办讲：水表是旧的", "水表是旧的"],
    ["别让人知道，有人收好处费", "有人收好处费"],
    ["停电", "停电"],
    ["停电，生产线全停", "停电，生产线全停"],
    ["断网 订单系统进不去", "断网 订单系统进不去"],
    ["漏水！宿舍三楼都湿了", "漏水，宿舍三楼都湿了"],
    ["有人吗？李主任，门口路灯坏了", "门口路灯坏了"],
    ["你好", "你好"],
    ["😭", "😭"],
    ["!!!!!!! 停水了 !!!!!", "停水了"],
    ["？？？！！！？！", "？"],
    ["😭😭😭 😭😭", "😭"],
    ["👨‍👩‍👧", "👨‍👩‍👧"],
    ["<script>alert(1)</script>停水两天了", "alert(1) 停水两天了"],
    ["压力<5且>3，机器停了", "压力<5且>3，机器停了"],
    ["-----停水了-----", "停水了"],
    ["*** 停水了 ***", "停水了"],
    ["【【【【停水两天】】】】", "【停水两天】"],
    ["AAAA级景区的路坏了", "AAAA级景区的路坏了"],
    ["用C++写的系统坏了，欠款10000000元", "用C++写的系统坏了，欠款10000000元"],
    ["停\u202e水\u200b两\u0007天了", "停水两天了"],
    [`${"\u200b".repeat(1000)}停水两天了`, "停水两天了"],
    ["停̷̸̡̢̛水两天了", "停̷̸水两天了"],
  ])("of %s is %s", (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it("is one line of at most 30 characters, and says something whenever the text does", () => {
    const piece = fc.constantFrom(
      "你好",
      "请问",
      "，",
      "。",
      " ",
      "\n",
      "急",
      "停电了",
      "13874612345",
      "😭",
      "路灯坏了很久没人修",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const title = titleOf(text);
        expect([...graphemesOf(title)].length).toBeLessThanOrEqual(30);
        expect(title).not.toContain("\n");
        expect(title === "").toBe(text.trim() === "");
      }),
    );
  });

  it("is calm whatever is shouted: nothing unseen, no mark twice, no wide gaps, and quick", () => {
    const shouted = fc.constantFrom(
      "!",
      "！",
      "？",
      "~",
      "-",
      "*",
      "\t",
      "\u200b",
      "\u202e",
      "\u0000",
      "\ufeff",
      "<b>",
      "😭",
      "停水",
      "a",
    );
    const text = fc.array(fc.tuple(shouted, fc.integer({ min: 1, max: 200 })), { maxLength: 12 });
    const any = fc.oneof(
      text.map((all) => all.map(([one, times]) => one.repeat(times)).join("")),
      fc.string({ unit: "binary", maxLength: 200 }),
    );
    fc.assert(
      fc.property(any, (one) => {
        const title = titleOf(one);
        expect(title).not.toMatch(/\p{Cc}|(?!\u200d)\p{Cf}|\s{2}/u);
        expect(title).not.toMatch(/([!！?？~～。])\1|([-*=_])\2\2/u);
        expect(graphemesOf(title).next().done === true || title.trim() !== "").toBe(true);
      }),
    );
  });
});
