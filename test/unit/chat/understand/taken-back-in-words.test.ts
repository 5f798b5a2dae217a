import { describe, expect, it } from "vitest";
import type { Doing } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { saysYesToTakingBack } from "../../../../src/chat/understand/zh-cn-restoring.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

/** What a company guesses, takes back or puts right in its own words: no other deed comes of it. */

const WATER = { n: 6, state: "in_progress", title: "自来水有锈水", mine: false } as const;
const OWN = [own(4, "in_progress", "三车间停电"), own(24, "dispatched", "厂门口路灯坏了")];

/** What is done, offered or told. */
function meant(text: string, issues: NonNullable<Parameters<typeof situationIn>[0]["issues"]>): string {
  const { steps } = understand(text, situationIn({ who: "liaison", issues }));
  return steps
    .map((step) => {
      if (step.kind === "tell") return step.told;
      return "doing" in step ? [step.kind, step.doing.command, step.doing.number ?? ""].join(" ").trim() : step.kind;
    })
    .join(" + ");
}

describe("that two issues are one", () => {
  const both = [WATER, own(15, "dispatched", "宿舍水发黄")];

  it.each([
    "15跟6是一回事吧",
    "15跟6是不是一回事？",
    "15和6好像是一回事",
    "15和6应该是同一件事",
    "感觉15跟6是一个事",
    "15跟6是一回事吗",
    "15、6是一个事吧？",
    "15跟6是一回事",
    "15和6是同一件事",
    "15和6是一个事",
    "把15并到6",
    "15跟6是一回事，合并吧",
  ])("is shown first, whether it is a guess or not: %s", (text) => {
    expect(meant(text, both)).toBe("offer merge 15");
  });
});

describe("an urge", () => {
  it.each([
    "算了不催",
    "不催了",
    "别催了",
    "不用催了",
    "4不用催了",
    "先不催",
    "算了，不用再催了",
    "取消催办",
    "催办撤了吧",
    "好了好了不催了",
  ])("stands, and no issue is taken back: %s", (text) => {
    expect(meant(text, OWN)).toBe("urge-stands");
  });

  it.each(["撤了吧", "路灯那个不用办了"])("is not meant by %s", (text) => {
    expect(meant(text, OWN)).toMatch(/withdraw/u);
  });

  it.each(["4催一下", "怎么不催一下4", "不催不办啊"])("is not taken back by %s", (text) => {
    expect(meant(text, OWN)).not.toContain("urge-stands");
  });
});

describe("an hour, and what was seen", () => {
  it.each([
    "监控拍到了 是11月28号凌晨2点多",
    "监控拍到了 早上八点多",
    "又是半夜三点多",
    "录像调出来了，昨晚十点多",
    "拿到了证据",
    "查到了，是隔壁厂的车",
    "抓到了现行",
  ])("takes nothing back, and says of nothing that it is well: %s", (text) => {
    expect(meant(text, OWN)).not.toMatch(/withdraw|solved|status/u);
  });

  it.each(["提多了", "发多了一条"])("is another thing than %s", (text) => {
    expect(meant(text, OWN)).toContain("withdraw");
  });
});

describe("算了 at the end of a proposal", () => {
  const ISSUES = [...OWN, WATER, own(15, "dispatched", "厂区污水管堵了")];

  it.each([
    ["跟彭丽她们那个是一回事吧，合到一起算了", "decline merge"],
    ["跟九嶷那个合到一起算了", "offer join 6"],
    ["15号跟恒达合到一起算了", "decline merge 15"],
    ["和隔壁厂的并一起得了", "offer join 6"],
    ["我看跟他们家的合一起办算了", "offer join 6"],
    ["15号跟6号合一起算了", "offer merge 15"],
  ])("is how two are put together: %s", (text, wanted) => {
    expect(meant(text, ISSUES)).toBe(wanted);
  });

  it.each(["你们派人来看看算了", "路灯那个干脆直接换新的算了", "路口直接封掉算了"])(
    "takes nothing back: %s",
    (text) => {
      expect(meant(text, ISSUES)).not.toContain("withdraw");
    },
  );

  it.each(["路灯那个算了", "污水管的算了", "路灯我们自己修算了", "路灯那个不弄算了"])("drops it: %s", (text) => {
    expect(meant(text, ISSUES)).toMatch(/^offer withdraw \d+$/u);
  });
});

describe("what is not to be filed", () => {
  it.each(["那个不用报", "这个不用报了哈", "不用报了", "没事了，这个不用报了", "不用提交了，谢谢"])(
    "is no issue that is there: %s",
    (text) => {
      expect(meant(text, OWN)).toBe("nothing-to-file");
      expect(meant(text, OWN.slice(0, 1))).toBe("nothing-to-file");
    },
  );

  it("is the one that is named by its words", () => {
    expect(meant("路灯那个不用报了", OWN)).toBe("offer withdraw 24");
  });
});

describe("of two, the one that stays", () => {
  const ISSUES = [own(8, "dispatched", "垃圾没人清运"), own(15, "dispatched", "站台灯不亮"), ...OWN];

  it.each([
    ["站台那个留着，垃圾的撤了", 8],
    ["垃圾那个保留，站台的不用办了", 15],
    ["垃圾的还要办，站台灯的撤回", 15],
  ])("is not asked about: %s", (text, number) => {
    expect(meant(text, ISSUES)).toBe(`offer withdraw ${number}`);
  });
});

describe("同感", () => {
  it.each(["取消同感6", "别同感了", "同感搞错了", "不用同感了", "别算我们了"])("stands: %s", (text) => {
    expect(meant(text, [WATER])).toBe("join-stands");
  });

  it("stands, and what is to be raised apart from it is asked for", () => {
    expect(meant("别同感了 我们想单独提", [WATER])).toBe("join-stands + need submit");
  });
});

describe("a slip", () => {
  it.each([
    "4其实是4车间 写错了",
    "4应该是五车间，我写错了",
    "4不是三车间是四车间 说错了",
    "4写错了，是四车间",
    "4本来是二号门，刚才打错了",
  ])("is put right by an addition, and nothing is taken back: %s", (text) => {
    expect(meant(text, OWN)).toMatch(/^(?:do|offer) supplement 4$/u);
  });

  it.each(["哦不 4分", "不对，应该是4分", "错了 改成3星"])(
    "of a mark that was given cannot be put right: %s",
    (text) => {
      expect(meant(text, [own(8, "closed", "三车间停电")])).toBe("decline rate 8");
    },
  );
});

describe("what is offered to be raised", () => {
  const doing: Doing = { command: "submit", word: "诉求", number: null, rest: "厂门口路灯坏了" };
  const answer = (text: string) =>
    understand(text, {
      ...situationIn({ who: "liaison", place: "direct" }),
      question: { ask: "offer", doings: [doing] },
    }).steps;

  it.each([
    "就这个",
    "嗯就这样报",
    "就这个 提",
    "报一下",
    "嗯报上去",
    "提一下吧",
    "就是这个事",
    "登记一下",
    "那就这个吧",
    "嗯 提交一下",
  ])("is filed as it is by %s", (text) => {
    expect(answer(text)).toEqual([{ kind: "do", doing }]);
  });

  it.each(["就这个月修", "就这个路口没灯", "报一下路灯的事"])("is not filed by %s", (text) => {
    expect(answer(text)).not.toEqual([{ kind: "do", doing }]);
  });
});

it.each(["我们食堂的油烟机坏了有人管吗", "后面的垃圾没人管", "厕所脏有人来管吗"])(
  "that nobody sees to a thing makes it no other matter of which somebody said so: %s",
  (text) => {
    const issues = [own(3, "in_progress", "舜德路上的大坑有没有人管"), { ...WATER, title: "路口红绿灯没人管吗" }];
    expect(said(text, { who: "liaison", issues })).toBe("offer submit");
  },
);

describe("that something need not be handled any more", () => {
  const both = [own(5, "waiting", "公交班车发车太早"), own(6, "dispatched", "有人总请吃饭")];

  it.each([
    ["算了那个班车的不用报了 大家都买车了", 5],
    ["班车那件不用登记了", 5],
    ["那个请吃饭的算了 我怕", 6],
    ["请吃饭的就算了 别惹事", 6],
  ])("is offered as taking it back, with why behind it: %s", (text, number) => {
    expect(meant(text, both)).toBe(`offer withdraw ${number}`);
  });

  it.each(["算了 还是办吧", "算了，还是报上去", "班车不用报了吧？还是要报的"])("is not read out of %s", (text) => {
    expect(meant(text, both)).not.toContain("withdraw");
  });

  it.each(["对，撤", "是的 撤了吧", "嗯撤回", "好 就撤"])("a yes to taking back: %s", (text) => {
    expect(saysYesToTakingBack(text)).toBe(true);
  });

  it.each(["撤", "撤回 2", "对，路灯的也撤", "是，先别撤"])("is more than such a yes: %s", (text) => {
    expect(saysYesToTakingBack(text)).toBe(false);
  });
});
