import { expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { quietBeginning } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** What the coordinator (李敏), the leader (赵长河) and the unit that leads (供电公司, 王建国) say of a common problem in words of their own. */
const darkWeek = quietBeginning("2026-11-18T10:00:00+08:00", {}, async (park) => {
  await park.say("周长友", "qiye", "诉求 三车间昨晚又停电两次，影响交货");
  await park.say("陈立新", "qiye", "诉求 我们厂区这周停电三次，生产线全停了");
  await park.say("何静", "qiye", "诉求 频繁停电，一停就是两小时，机床报废了几个工件");
  await park.say("李敏", "direct", "派单 1 2 3 供电公司");
  await park.say("李敏", "direct", "共性 新建 停电频繁 1 2 3");
});

const office = (park: Park) => (text: string) => park.say("李敏", "direct", text);
const unit = (park: Park) => (text: string) => park.say("王建国", "gongdian", text);

it("an issue that is to go is taken out, by its number or its company, and nothing is recorded as progress", async () => {
  const park = await darkWeek();
  const say = office(park);
  expect(await say("停电那个共性，2已经好了，先移出来")).toContain("已从 G1 停电频繁 移出：#2");
  expect(await say("把2也放进来")).toContain("已加入 G1 停电频繁：#2");
  expect(await say("凌云那家已经好了，移出来吧")).toContain("已从 G1 停电频繁 移出：#3");
  const asked = await say("停电那个共性，有一家好了，移出来吧");
  expect(asked).toContain("移出哪一件？没有做任何改动");
  expect(await say("共性 G1")).not.toContain("最新进展");
});

variant("an answer that has gone is not taken back: it is said who has it and how it is put right", async () => {
  const park = await darkWeek();
  const say = office(park);
  expect(await say("刚才停电的答复发早了，撤回")).toContain("还没有统一答复过企业");
  await unit(park)("签收 1 2");
  await say("共性 牵头 G1 供电公司");
  await say("共性 答复 G1 变压器已更换");
  expect(await say("是")).toContain("已一并答复");
  const before = park.said("qiye").length;
  const told = await say("等等，刚才那个停电的答复发早了，撤回来");
  expect(told).toMatch(/已经发给下列企业，不能撤回[\s\S]*#1[\s\S]*#2[\s\S]*请供电公司逐件更正[\s\S]*更正 1/u);
  expect(told).not.toContain("#3");
  expect(await say("是")).not.toContain("已一并答复");
  expect(park.said("qiye")).toHaveLength(before);
  expect(await unit(park)("停电那个共性的统一答复发错了")).toMatch(/要改的请逐件更正[\s\S]*更正 1/u);
});

it("an answer to several that names a company is shown with a warning, and not sent where one of them is confidential", async () => {
  const park = await darkWeek();
  const say = office(park);
  await unit(park)("签收 1 2 3");
  await say("共性 牵头 G1 供电公司");
  for (const named of ["凌云的变压器先换", "周长友那里先送电"])
    expect(await say(`共性 答复 G1 ${named}`)).toMatch(/注意[^\n]*正文提到[^\n]*其他企业都会看到[\s\S]*「是」/u);
  expect(await say("共性 答复 G1 变压器先换")).not.toContain("正文提到");
  await park.say("蒋玉兰", "direct", "诉求 保密 我们停电三次，损失两千万");
  await say("派单 4 供电公司");
  await park.say("王建国", "direct", "签收 4");
  await say("共性 加入 G1 4");
  // Nobody finds out whose it is by naming one after the other.
  for (const named of ["九嶷的两千万先保", "凌云的变压器先换", "经罗总确认已修好"])
    expect(await say(`共性 答复 G1 ${named}`)).toMatch(/没有发出：正文提到[\s\S]*保密/u);
  // Beside one of its own company it is refused as beside any other: the refusal tells nothing.
  await park.say("蒋玉兰", "qiye-dingtalk", "诉求 我们车间又停电了");
  await say("派单 5 供电公司");
  await park.say("王建国", "direct", "签收 5");
  await say("共性 加入 G1 5");
  for (const [pair, named] of [
    ["#4 #5", "九嶷的两千万先保"],
    ["#4 #5", "凌云的变压器先换"],
    ["#1 #4", "九嶷的两千万先保"],
  ])
    expect(await say(`共性 答复 G1 只 ${pair}：${named}`), `${pair} ${named}`).toMatch(/没有发出：正文提到/u);
  expect(await say("是")).not.toContain("已一并答复");
  expect(await say("共性 答复 G1 变压器先换")).toMatch(/一并答复 G1[\s\S]*#4/u);
});

it("the unit that leads hears of another deadline, and of the last one alone", async () => {
  const park = await darkWeek();
  const say = office(park);
  await say("共性 牵头 G1 供电公司 12月4日");
  expect(await say("改到12月8日")).toContain("G1 停电频繁 的时限：12月8日");
  expect(park.said("gongdian").at(-1)).toContain("共性问题 G1 停电频繁 的时限定为 12月8日");
  const heard = park.said("gongdian").length;
  expect(await say("改到12月8日")).toContain("没有变动");
  expect(park.said("gongdian")).toHaveLength(heard);
  expect(await unit(park)("共性那个再给我宽限三天，下雨没法施工")).toContain("「共性 时限」由营商办使用");
});

variant(
  "one that is called by words alone is looked up, and what is said is of an issue where none is called so",
  async () => {
    const park = await darkWeek();
    const say = office(park);
    await unit(park)("签收 1 2");
    await say("共性 牵头 G1 供电公司 12月4日");
    await say("帮助");
    expect(await say("停电那个可以放宽三天")).toMatch(/记为 G1 的时限吗[\s\S]*放宽三天|G1 停电频繁 的时限/u);
    await say("算了");
    expect(await unit(park)("停电这几家统一回一下：变压器已更换，今晚恢复")).toContain("一并答复 G1 停电频繁");
    expect(await unit(park)("凌云先别发")).toContain("#3 按您说的先不答复");
    expect(await unit(park)("9也一起")).toContain("#9：不在 G1 里");
    expect(await unit(park)("算了")).not.toContain("已一并答复");
    expect(await park.say("赵长河", "direct", "停电那个共性问题怎么还没修好？催一下")).toMatch(
      /催办 G1 停电频繁 吗[\s\S]*怎么还没修好/u,
    );
    expect(await park.say("赵长河", "direct", "是")).toContain("已就 G1 停电频繁 催办供电公司");
    expect(await say("共性 G1")).toContain("G1 停电频繁");
    expect(await say("水压那个移出来")).not.toContain("已从 G1");
  },
);

variant("two are made one, and issues are put together with what is said of single ones", async () => {
  const park = await darkWeek();
  const say = office(park);
  await park.say("彭丽", "direct", "诉求 车间跳闸三次，怀疑线路老化");
  await say("共性 移出 3");
  expect(await say("3号和光源那个跳闸是一回事，立个共性问题，叫线路老化")).toMatch(/#3[\s\S]*#4/u);
  await say("算了");
  await say("共性 新建 线路老化 3 4");
  expect(await say("G2并到G1里去")).toMatch(/把 G2 线路老化 并入 G1 停电频繁 吗[\s\S]*#3[\s\S]*#4/u);
  const done = await say("是");
  expect(done).toContain("G2 线路老化 已撤销");
  expect(done).toContain("已加入 G1 停电频繁：#3、#4");
  expect(await park.say("王建国", "gongdian", "共性 合并 G2 G1")).toBe("「共性 合并」由营商办使用。");
  expect(await say("G3叫欧阳雪他们牵头")).toContain("没有编号 G3");
  expect(await say("G1叫王建国他们牵头")).toContain("由供电公司牵头");
});

it("who leads, the measure and the deadline are all kept where they are said in one sentence, and a denied day is none", async () => {
  const park = await darkWeek();
  const say = office(park);
  const done = await say("供电局牵头，措施是新增一条线路，月底前完成");
  expect(done).toMatch(/由供电公司牵头[\s\S]*已记录 G1 停电频繁 的措施/u);
  expect(await say("共性 G1")).toContain("新增一条线路，月底前完成");
  expect(done).toContain("11月30日");
  expect(await say("时限不是月底，12月15号")).toContain("G1 停电频繁 的时限：12月15日");
  await park.settle();
  expect(park.said("gongdian").at(-1)).toContain("12月15日");
});

variant("one that was left out of an answer to all hears the same later, or more", async () => {
  const park = await darkWeek();
  const say = office(park);
  await unit(park)("签收 1 2 3");
  await say("共性 牵头 G1 供电公司");
  expect(await say("停电那个共性问题，变压器已更换，给几家一起回一下，3号先不发")).toContain("#3 按您说的先不答复");
  expect(await say("是")).toContain("已一并答复");
  const shown = await say("3也补发一个，加一句给您添麻烦了");
  expect(shown).toMatch(/变压器已更换。给您添麻烦了[\s\S]*#3/u);
  expect(shown).not.toContain("#1");
  expect(await say("是")).toMatch(/已一并答复[\s\S]*#3/u);
  await park.settle();
  expect(park.said("qiye").at(-1)).toMatch(/#3[\s\S]*给您添麻烦了/u);
  expect(await say("G1 9号单独回：变压器已更换")).toContain("#9：不在 G1 里");
});

variant("the unit that led hears that its common problem went into another, and where it is asked of it", async () => {
  const park = await darkWeek();
  const say = office(park);
  await park.say("彭丽", "direct", "诉求 车间跳闸三次，怀疑线路老化");
  await say("共性 移出 3");
  await say("共性 新建 线路老化 3 4");
  await say("共性 牵头 G2 建设管理局");
  expect(await say("G2跟G1是一码事，合一起")).toContain("把 G2 线路老化 并入 G1 停电频繁 吗");
  await say("是");
  await park.settle();
  expect(park.said("jianshe").at(-1)).toMatch(/共性问题 G2 线路老化 已并入 G1[\s\S]*不再牵头/u);
  expect(await park.say("曾敏", "jianshe", "G2措施：更换线路")).toContain("G2 已并入 G1，没有记");
  expect(await park.say("曾敏", "jianshe", "G9措施：更换线路")).toContain("没有编号 G9");
});

variant(
  "an answer to those that have none, or to a company that is named, is shown and goes to these alone",
  async () => {
    const park = await darkWeek();
    const say = office(park);
    await unit(park)("签收 1 2 3");
    await say("共性 牵头 G1 供电公司");
    await unit(park)("答复 3 凌云的开关已换");
    const shown = await say("G1给没回的那几家也答复：12月12号前换好变压器");
    expect(shown).toMatch(/一并答复 G1 停电频繁[\s\S]*12月12号前换好变压器[\s\S]*#1、#2/u);
    const held = await say("陈立新那家先别说");
    expect(held).toContain("#2 按您说的先不答复");
    expect(held).toMatch(/将答复\*\*：[^\n]*#1/u);
    await say("算了");
    expect(await say("共性 G1")).not.toContain("12月12");
    expect(await say("G1跟湘晶讲：变压器周五换")).toMatch(/一并告知 G1[\s\S]*将告知\*\*：[^\n]*#2/u);
    await say("算了");
    expect(await say("G1给光源回一下：变压器周五换")).toContain("没有可以答复的诉求");
    expect(await say("给两家答复一下")).toContain("G1");
    expect(await unit(park)("停电几家统一回个话，今天全部修好送电")).toContain("一并答复 G1 停电频繁");
  },
);

it("news to all of its companies is shown, reaches each as progress, and ends nothing; an answer goes out whole", async () => {
  const park = await darkWeek();
  const say = office(park);
  await unit(park)("签收 1 2");
  const shown = await say("给G1的企业都说一声，周六停电两小时，给大家添麻烦了");
  expect(shown).toMatch(/一并告知 G1 停电频繁 的企业[\s\S]*周六停电两小时，给大家添麻烦了/u);
  expect(shown).toMatch(/将告知\*\*：[^\n]*#1、#2[\s\S]*#3 待签收/u);
  const before = park.said("qiye").length;
  expect(await say("是")).toContain("已一并告知 G1 停电频繁 的企业：2 家企业 2 件（#1、#2）");
  const heard = park.said("qiye").slice(before);
  expect(heard.filter((one) => /进展[\s\S]*周六停电两小时，给大家添麻烦了/u.test(one))).toHaveLength(2);
  expect(await say("共性 G1")).toMatch(/最新进展\*\*：周六停电两小时[\s\S]*#1[^\n]*办理中/u);
  expect(await say("G1统一回一句：变压器已经换好，给大家添麻烦了")).toContain("变压器已经换好，给大家添麻烦了");
  await say("是");
  expect(park.said("qiye").at(-1)).toContain("变压器已经换好，给大家添麻烦了");
  for (const text of ["G1里都有谁家", "G1有哪几家企业", "G1包括哪些"]) expect(await say(text)).toContain("#1 湖南中塑");
});

it("half an answer is shown with those whom it is for, and is no progress", async () => {
  const park = await darkWeek();
  const say = office(park);
  await unit(park)("签收 1 2 3");
  const shown = await say("G1先答一半：1、2的变压器换好了，其他的再等等");
  expect(shown).toMatch(/一并答复 G1[\s\S]*变压器换好了\n[\s\S]*将答复\*\*：[^\n]*#1、#2/u);
  expect(shown).not.toContain("再等等");
  await say("算了");
  expect(await say("G1先答一半：变压器换好了")).not.toContain("已记录");
  expect(await say("共性 G1")).not.toContain("最新进展");
});

variant(
  "one that is called by words is merged, one company's is left out of a new one, and who was created last is led",
  async () => {
    const park = await darkWeek();
    const say = office(park);
    await say("共性 移出 3");
    await park.say("彭丽", "direct", "诉求 车间跳闸三次，怀疑线路老化");
    await say("共性 新建 线路老化 3 4");
    expect(await say("王建国那边牵头")).toContain("由供电公司牵头");
    await say("帮助");
    expect(await say("停电那个和线路那个合并")).toMatch(/把 G1 停电频繁 并入 G2 线路老化 吗/u);
    await say("算了");
    expect(await say("信号那个并到线路里")).not.toContain("并入 G");
    await say("共性 撤销 G2");
    await say("是");
    await say("共性 撤销 G1");
    await say("是");
    expect(await say("停电的几家立一个共性问题")).toMatch(/#1[\s\S]*#2[\s\S]*#3/u);
    await say("算了");
    expect(await say("停电的几家立一个共性问题，王建国他们牵头")).toMatch(/#1[\s\S]*「王建国他们牵头」还没有办/u);
    const left = await say("湘晶那个先不要放");
    expect(left).toMatch(/新建共性问题[\s\S]*#1[\s\S]*#3/u);
    expect(left).not.toContain("#2");
    const made = await say("是");
    expect(made).toContain("#1");
    expect(made).not.toContain("#2");
  },
);

it("what was taken out of one is not proposed for it again, and what is proposed for it goes to it", async () => {
  const park = await darkWeek();
  const say = office(park);
  await say("共性 移出 3");
  expect(await say("共性 建议")).not.toContain("#3");
  await park.say("彭丽", "direct", "诉求 我们厂区这周停电四次，生产线全停了");
  const proposed = await say("共性 建议");
  expect(proposed).toMatch(/与 G1 停电频繁 同类[\s\S]*#4/u);
  expect(proposed).not.toContain("#3");
  expect(await say("第一个加进去吧")).toContain("已加入 G1 停电频繁：#4");
  await say("共性 办结 G1");
  await say("是");
  expect(await say("结早了 2号还没好")).toMatch(/G1 停电频繁[^\n]*恢复|恢复[^\n]*G1/u);
});

it("with two numbers in a sentence the one whose clause does something is meant, and nothing is done where that is not known", async () => {
  const park = await darkWeek();
  const say = office(park);
  await say("共性 牵头 G1 供电公司 12月4日");
  const heard = park.said("gongdian").length;
  expect(await say("G1和G3别搞混了，G3的时限12月9号")).toMatch(/没有[\s\S]*G3/u);
  expect(await say("G1和G3别搞混了，时限12月9号")).toContain("什么都没有办");
  expect(park.said("gongdian")).toHaveLength(heard);
  expect(await say("共性 G1")).toContain("12月4日");
});

variant(
  "which one is meant is known by the issues that belong to it: who is left out first, and what is to leave another one",
  async () => {
    const park = await darkWeek();
    const say = office(park);
    await park.say("彭丽", "direct", "诉求 宿舍楼水压低");
    await park.say("罗建平", "direct", "诉求 食堂水压低，三楼没水");
    await park.say("蒋玉兰", "direct", "诉求 车间跳闸");
    await say("共性 新建 水压低 4 5");
    await say("共性 G1");
    expect(await say("6也算进来，5不要")).toMatch(/加入 G2 #6|G2 加入这些吗[\s\S]*#6[\s\S]*G2 移出这些吗[\s\S]*#5/u);
    expect(await say("共性 G1")).not.toContain("#6");
    expect(await say("6也算进来，5不要")).toContain("G2");
    expect(await say("是")).toMatch(/已加入 G2[\s\S]*已从 G2/u);
    await say("算了还是放回去");
    await say("共性 加入 G2 5");
    expect(await say("3楼那个不要算进来")).toMatch(/已从 G2 水压低 移出：#5/u);
    await unit(park)("签收 1 2 3");
    await say("今天还有什么没办");
    expect(await say("3先不要回，其他的统一回一下：变压器明天换好")).toMatch(
      /一并答复 G1[\s\S]*变压器明天换好[\s\S]*#3 按您说的先不答复/u,
    );
    expect(await say("算了，都回吧")).toMatch(/一并答复 G1[\s\S]*#1、#2、#3/u);
    expect(await say("3先不要回")).toContain("#3 按您说的先不答复");
    expect(await say("也加上3")).toMatch(/#1、#2、#3/u);
    expect(await say("是")).toContain("已一并答复");
  },
);

variant(
  "whose issue leaves a common problem, or is to belong to it, is known by its company, and the problem itself stays",
  async () => {
    const park = await darkWeek();
    const say = office(park);
    await park.say("何静", "direct", "诉求 宿舍楼水压低");
    expect(await say("凌云的从G1里去掉")).toMatch(/已从 G1[^\n]*#3/u);
    expect(await say("把凌云那件也放进G1")).toMatch(/加入[\s\S]*#3[\s\S]*#4/u);
    expect(await say("是")).toMatch(/已加入 G1[^\n]*#4/u);
    expect(await say("凌云的从G1里去掉")).toContain("移出哪一件");
    expect(await say("3从G1里拿出来")).toMatch(/已从 G1[^\n]*#3/u);
    expect(await say("把凌云那件从G1拿出来，他们是宿舍的事")).toMatch(/已从 G1[^\n]*#4/u);
    expect(await say("G1里面3也加上，哦不对是3旁边那个4")).toMatch(/已加入 G1[^\n]*#4(?!.*#3)/u);
    expect(await say("G1里面把凌云的也加进去")).toMatch(/加入[\s\S]*#3/u);
  },
);
