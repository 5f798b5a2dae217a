import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { routeIn } from "../../../../src/domain/routing/decide.ts";
import { Experience } from "../../../../src/domain/routing/experience.ts";
import { SAMPLE_PARK } from "../../../support/talk.ts";

const { directory } = SAMPLE_PARK;

/** What a process knows when these were decided, the oldest first. */
function knowing(...decided: readonly (readonly [unit: string, text: string])[]): Experience {
  const experience = new Experience();
  const all = decided.map(([unit, words], index) => ({ id: index + 1, unit, text: words }));
  experience.renew({ heard: { upTo: 1, deciding: [] }, decided: all, lesson: null });
  return experience;
}

/** The sure one with an exclamation mark, or those that are suggested. */
function whose(words: string, experience = new Experience()): readonly string[] {
  const routing = routeIn(words, { directory, experience });
  return routing.kind === "sure"
    ? [`${routing.department.code}!`]
    : routing.suggestions.map(({ department }) => department.code);
}

const CARTS = [
  ["police", "厂里电动车被偷了"],
  ["transport", "洒水车白天也在跑，溅人一身"],
  ["labour", "招聘会什么时候办"],
  ["transport", "洒水车把我们门口堵了"],
  ["society", "垃圾没人收"],
  ["transport", "半夜洒水车吵得睡不着"],
] as const;

describe("without a decision", () => {
  it.each([
    ["水龙头里流出来的水是黄的", "water"],
    ["电闸一天跳三回", "power"],
    ["网太慢，图纸传不出去", "telecom"],
    ["昨晚有人翻墙进来偷东西", "police"],
    ["银行要把我们的额度砍掉一半", "finance"],
    ["我们想去广交会摆个展位", "commerce"],
    ["车间缺十个焊工", "labour"],
    ["上下班路上堵死了", "transport"],
    ["土地证一直拿不到", "approval"],
    ["门口垃圾箱满了没人收", "society"],
    ["渣土乱倒，图纸也没公示", "construction"],
  ])("what people say in plain words is suggested to whom it belongs: %s", (words, unit) => {
    expect(whose(words)).toContain(unit);
  });

  it.each<[string, readonly string[]]>([
    ["公寓三楼没水", ["water", "construction"]],
    ["宿舍里没法睡，环卫车太吵", ["society", "construction"]],
    ["宿舍里空调不让装", ["construction"]],
    ["厂房里漏雨", ["construction!"]],
    ["员工小张在宿舍喝了农药", ["construction"]],
    ["员工王芳被打了，住我们宿舍不敢回去", ["police", "construction"]],
    ["宿舍有个女工被她男朋友打了", ["police", "construction"]],
    ["宿舍打起来了", ["police", "construction"]],
    ["宿舍楼晚上有人偷电瓶", ["police", "construction"]],
    ["宿舍要办消防验收", ["approval", "construction"]],
    ["我们三楼宿舍热水器那边没水", ["water", "construction"]],
    ["宿舍垃圾没人清", ["society", "construction"]],
    ["厂房扩建报批", ["approval", "construction"]],
    ["厂房租金减免政策还有没有", ["economy", "construction"]],
    ["厂房租约下个月到期", ["construction"]],
    ["老板和隔壁因为排水沟吵起来了", ["police", "construction"]],
    ["两家企业为了停车位打起来了", ["police", "transport"]],
    ["配电房被撬了锁", ["police", "power"]],
    ["宿舍不够住", ["construction!"]],
    ["公租房租金太高", ["construction!"]],
    ["房租太贵", ["construction!"]],
    ["标准厂房漏雨", ["construction!"]],
    ["排水沟堵了", ["construction!"]],
    ["厂房屋顶漏水", ["construction!"]],
    ["工地半夜打桩，吵得我们宿舍睡不着", ["construction"]],
    ["有个蚊子窝在配电房后面", ["society", "power"]],
    ["停电了，变压器旁边冒火花", ["power!"]],
    ["宿舍后面工地吵，宿舍没热水", ["construction!"]],
    ["员工住的宿舍没热水", ["construction!"]],
    ["对面夜市的油烟飘进公租房", ["society", "construction"]],
    ["隔壁喇叭声传到我们宿舍", ["construction"]],
    ["公租房楼下有人摆烧烤摊", ["society", "construction"]],
    ["雨从窗缝飘进厂房", ["construction!"]],
    ["水表箱旁边有个马蜂窝", ["water"]],
    ["水表箱往外漏水", ["water!"]],
    ["按照公租房的规定能住几年", ["construction!"]],
  ])("where something is decides only as long as nothing else is told: %s", (words, units) => {
    expect(whose(words)).toEqual(units);
  });

  it.each<[string, readonly string[]]>([
    ["孩子转学和员工身份证怎么办", ["education", "police"]],
    ["转学、居住证的事找谁", ["education", "police"]],
    ["小孩要转学过来，居住证也要一起办，两边都说要对方先办", ["education", "police"]],
    ["校车太少，还有厕所太臭", ["education", "society"]],
    ["贷款和执照都卡着", ["finance", "approval"]],
    ["宿舍着火了", ["police", "construction"]],
    ["仓库后墙裂了一条缝，还有班车晚上那趟老不来", ["transport"]],
    ["传达室的门锁不上，另外停水了", ["water"]],
    ["停水了，还有热水器也坏了", ["water!"]],
    ["厂门口那台变压器嗡嗡叫，还有焦糊味", ["power!"]],
    ["停水了，员工没法洗澡也没法做饭", ["water!"]],
    ["停电了，空调和电脑都用不了", ["power!"]],
    ["工人和保安打架了", ["police!"]],
    ["停水三天，食堂也开不了", ["water!"]],
    ["路面坑洼，货车和客车都过不去", ["transport!"]],
    ["停水的事跟家长们说过了", ["water!"]],
    ["工资和社保都没着落", ["labour!"]],
    ["孩子转学，居住证不在这边", ["education!"]],
  ])("of two matters beside one another nobody is sure, also where the table knows one alone: %s", (words, units) => {
    expect(whose(words)).toEqual(units);
  });

  it.each<[string, readonly string[]]>([
    ["不是跳闸，不是限电，是发电机没油了", []],
    ["不是水压低，也不是水管裂，是热水器不加热", []],
    ["这次不是断网，更不是停电，是空调滴水", []],
    ["既不是社保的事，也不是劳务的事，是宿舍不够住", ["construction!"]],
    ["不是停水、不是停电、也不是断网，锅炉自己熄了", []],
    ["锅炉自己熄了，不是停电，也不是停水", []],
    ["没停电，也没停水，是锅炉自己熄了", []],
    ["不是停电，也不是跳闸，是电压不稳", ["power!"]],
    ["天天不是停电就是停水，希望尽快解决", ["power", "water"]],
    ["不是停电，是停水", ["water!"]],
    ["停电不是一次两次，也不是头一回反映了", ["power!"]],
  ])("a chain of denials denies each of them: %s", (words, units) => {
    expect(whose(words)).toEqual(units);
  });

  it.each<[string, readonly string[]]>([
    ["门卫逮住一个偷电缆的", ["police", "power"]],
    ["偷电缆的那几个又来了", ["police", "power"]],
    ["贼人半夜把水表拆走卖了，进贼不是第一次", ["police", "water"]],
    ["有人割光纤去卖", ["police", "telecom"]],
    ["变压器的铜线又被盗", ["police", "power"]],
    ["基站的柜子让人撬了", ["police", "telecom"]],
    ["停车的地方有人偷柴油", ["police", "transport"]],
    ["管绿化的工人四个月没发工资", ["labour", "construction"]],
    ["路灯安装队欠着我们的工钱不给", ["labour", "construction"]],
    ["污水管旁的工资一直拖着没给", ["labour", "construction"]],
    ["绿化带里有个可疑的包", ["police", "construction"]],
    ["排水沟里挖出一颗炸弹", ["police", "construction"]],
    ["有人扬言要堵下水道", ["police", "construction"]],
    ["绿化带起火了", ["police", "construction"]],
    ["老是有人上门推销贷款", ["police", "finance"]],
    ["有人在空地烧电缆皮", ["society", "power"]],
    ["有人偷偷往下水道倒油", ["construction!"]],
    ["施工偷工减料，路面没几天就坑洼", ["transport!"]],
    ["没钱发工资，想申请贷款", ["finance!"]],
    ["停电一天，工资照样要发", ["power!"]],
    ["工资太低，招不到人", ["labour!"]],
    ["电压不稳，威胁到生产安全", ["power!"]],
    ["防盗门口的路灯不亮", ["construction!"]],
    ["保安和司机打架", ["police!"]],
    ["请问我们配电房被撬了找谁", ["police", "power"]],
    ["我们这边昨晚有人撬水表箱", ["police", "water"]],
    ["有人拆我们水表去卖", ["police", "water"]],
    ["剪光纤卖铜", ["police", "telecom"]],
    ["有人在变压器旁放火", ["police", "power"]],
    ["小孩把绿化带点燃了", ["police", "construction"]],
    ["女工停车的时候被骚扰", ["police", "transport"]],
    ["天天接到骚扰电话", ["police"]],
    ["仓库着火了", ["police"]],
    ["不发工资，算工资纠纷吗", ["labour!"]],
  ])("theft, wages, threats, bombs and fire outrank the thing that they happen to: %s", (words, units) => {
    expect(whose(words)).toEqual(units);
  });

  it.each<[string, readonly string[]]>([
    ["拆迁以后想卖厂房，过户怎么办", ["construction!"]],
    ["被拆了的厂房想卖掉", ["construction!"]],
    ["电梯维修撬开门了", []],
    ["消防撬开配电房的门", ["power!"]],
    ["配电房钥匙丢了，能不能让人撬开", ["power!"]],
    ["施工队把路面撬开了没恢复", ["transport!"]],
    ["停电停了三天，骚扰电话一样多", ["power!"]],
    ["停水了，天天有推销电话", ["water!"]],
    ["变压器着火了", ["power!"]],
    ["水表箱起火了", ["water!"]],
    ["公交站停放火车模型", ["transport!"]],
    ["雷打着火了，配电房在烧", ["power!"]],
    ["货车打着火了", []],
  ])("an opened door, a house that is sold, calls and a fire at a thing are no deed: %s", (words, units) => {
    expect(whose(words)).toEqual(units);
  });

  it.each<[string, boolean]>([
    ["厂房出口的铁门关不上", false],
    ["我们厂区西门进口太陡", false],
    ["出口处的道闸抬不起来", false],
    ["仓库出口天天被堵", false],
    ["地下车库进口有积水", false],
    ["产品出口被海关扣了", true],
    ["我们公司出口下滑得厉害", true],
    ["广东出口那批货要退", true],
    ["进口阀门的关税怎么算", true],
    ["出口灯具要什么认证", true],
  ])("a way out of a yard is no export: %s", (words, isTrade) => {
    expect(whose(words).includes("commerce!")).toBe(isTrade);
    expect(whose(words).some((one) => one.startsWith("commerce"))).toBe(isTrade);
  });

  it.each<[string, string, boolean]>([
    ["十字路口的信号灯黑了", "telecom", false],
    ["机床的信号灯一直红", "telecom", false],
    ["塔吊信号工哪里考证", "telecom", false],
    ["报警信号一直响", "telecom", false],
    ["车间手机没信号", "telecom", true],
    ["信号塔拆了以后信号差", "telecom", true],
    ["员工小孩要上一年级，户口还在老家", "police", false],
    ["外省户口的孩子能在这里读小学吗", "police", false],
    ["户口不在本市，社保怎么转", "police", false],
    ["想把户口迁过来", "police", true],
    ["员工落户要哪些材料", "police", true],
    ["集体户口怎么办", "police", true],
  ])("a word in another sense speaks for nobody: %s", (words, unit, isIts) => {
    expect(whose(words).some((one) => one.startsWith(unit))).toBe(isIts);
  });

  it("whom a text denies is not even suggested", () => {
    expect(whose("跟供电公司没关系，是我们自己的变压器想卖掉")).not.toContain("power!");
  });
});

describe("of a hundred and thirty messages, written by somebody who knew the departments alone", () => {
  const lines = readFileSync(new URL("../../../fixtures/plain-messages.txt", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const asked = lines.map((line) => {
    const [unit = "", words = ""] = line.split("|");
    return { unit, proposed: whose(words) };
  });
  const shareOf = (isRight: (one: (typeof asked)[number]) => boolean, among = asked) =>
    among.filter(isRight).length / among.length;

  it("most have their department first, and nearly all that go there by themselves are right", () => {
    const sure = asked.filter(({ proposed }) => proposed[0]?.endsWith("!"));
    expect(shareOf(({ unit, proposed }) => proposed[0]?.replace("!", "") === unit)).toBeGreaterThan(0.8);
    expect(sure.length).toBeGreaterThan(0.4 * asked.length);
    expect(shareOf(({ unit, proposed }) => proposed[0] === `${unit}!`, sure)).toBeGreaterThan(0.96);
  });
});

describe("after decisions", () => {
  it("is suggested first to whom two issues with the same words went, alone to whom three did, and last where one went elsewhere", () => {
    expect(whose("洒水车一过，窗户都在抖")).not.toContain("transport");
    expect(whose("洒水车一过，窗户都在抖", knowing(...CARTS))).toEqual(["transport!"]);
    expect(whose("洒水车一过，窗户都在抖", knowing(...CARTS.slice(0, 4)))[0]).toBe("transport");
    expect(whose("洒水车一过，窗户都在抖", knowing(...CARTS.slice(0, 3)))).not.toContain("transport");
    const divided = knowing(...CARTS, ["construction", "洒水车进了工地"], ["construction", "洒水车没盖好"]);
    expect(whose("洒水车一过，窗户都在抖", divided)[0]).not.toBe("transport");
  });

  it("is doubted where people have sent issues with other words of it elsewhere, and not for its own word", () => {
    const heaters = knowing(
      ["construction", "热水器坏了，停水一样"],
      ["construction", "宿舍的热水器漏"],
      ["construction", "三楼热水器打不着"],
    );
    expect(whose("热水器没反应，跟停水差不多", heaters)).toEqual(["construction", "water"]);
    expect(whose("一车间停水", heaters)).toEqual(["water!"]);
  });

  const LIGHTS = [
    ["power", "我们厂门口路灯不亮"],
    ["power", "仓库后面的路灯杆歪了"],
    ["power", "东区路灯白天也亮着"],
  ] as const;

  it("goes where the last three with the table's word went, if none of those before stayed there", () => {
    expect(whose("西门路灯坏了没人修")).toEqual(["construction!"]);
    expect(whose("西门路灯坏了没人修", knowing(...LIGHTS.slice(1)))).toEqual(["construction!"]);
    expect(whose("西门路灯坏了没人修", knowing(...LIGHTS))).toEqual(["power!"]);
    const stayedOnce = knowing(["construction", "路灯一闪一闪"], ...LIGHTS);
    expect(whose("西门路灯坏了没人修", stayedOnce)).toEqual(["power", "construction"]);
    const stayedLast = knowing(...LIGHTS, ["construction", "路灯一闪一闪"]);
    expect(whose("西门路灯坏了没人修", stayedLast)).toEqual(["construction!"]);
    const divided = knowing(...LIGHTS.slice(0, 2), ["society", "路灯下堆着垃圾"]);
    expect(whose("西门路灯坏了没人修", divided)).toEqual(["construction!"]);
  });

  it("does not go by the table's word where they have another matter in common", () => {
    const thefts = knowing(
      ["police", "停车棚里电瓶被偷了"],
      ["police", "停车的地方又被偷了两个电瓶"],
      ["police", "员工停车，第二天电瓶不见了"],
    );
    expect(whose("停车位不够", thefts)).toEqual(["transport!"]);
    expect(whose("停车棚电瓶又丢了一个", thefts)[0]).toMatch(/^police/u);
  });

  const KINDS = [
    ["transport", "兴业路停了一排挂车，过不去"],
    ["transport", "挂车把兴业路堵死了"],
    ["transport", "半夜挂车在兴业路掉头"],
    ["society", "后山有人烧轮胎，黑烟飘过来"],
    ["society", "废品站又在烧轮胎"],
    ["society", "黑烟又来了，还是烧轮胎"],
    ["police", "流浪狗在厂区门口追人"],
    ["police", "一群流浪狗守在宿舍后面"],
    ["police", "流浪狗晚上叫，追着女工跑"],
    ["police", "小推车被偷了"],
    ["police", "有人偷走三辆小推车"],
    ["police", "昨晚小推车又失窃"],
    ["telecom", "恒达鞋业那边老是掉线"],
    ["telecom", "去恒达鞋业看一下，上不了"],
    ["telecom", "恒达鞋业机房灯都灭了"],
  ] as const;

  it.each<[string, string]>([
    ["挂车又把路挤得只剩半边", "transport!"],
    ["创新大道两边全是挂车", "transport!"],
    ["河边有人烧轮胎", "society!"],
    ["流浪狗又来了三只", "police!"],
  ])("goes by itself where the same matter has only ever gone to one: %s", (words, unit) => {
    expect(whose(words)[0]).not.toBe(unit);
    expect(whose(words, knowing(...KINDS))).toEqual([unit]);
    expect(whose(words, knowing(...KINDS, ["construction", words]))).not.toEqual([unit]);
  });

  it.each([
    "兴业路的树歪了",
    "小推车轮子掉了",
    "挂车司机想办居住证",
    "挂车司机三个月没发工资",
    "流浪狗把垃圾翻了一地",
    "恒达鞋业的人想约你们喝杯茶，聊聊明年怎么打算，再商量一下两家结对子",
    "挂车撞断了路灯杆",
  ])("a road, a company, another matter beside it or another deed does not decide so: %s", (words) => {
    const before = whose(words);
    const after = whose(words, knowing(...KINDS));
    expect(after.some((one) => one.endsWith("!")) && !before.some((one) => one.endsWith("!"))).toBe(false);
  });

  const LAWNS = [
    ["society", "绿化的草枯了一大片"],
    ["society", "门前绿化没人浇水"],
    ["society", "绿化里全是塑料袋"],
    ["society", "凉亭的长椅断了一条腿"],
    ["society", "凉亭的长椅又断了一条"],
    ["society", "凉亭里的长椅断了"],
  ] as const;

  it("nothing that was learned of a thing swallows wages, threats or a bomb", () => {
    const experience = knowing(...LAWNS);
    expect(whose("绿化的树倒了一棵", experience)).toEqual(["society!"]);
    expect(whose("凉亭的长椅断了两条", experience)).toEqual(["society!"]);
    expect(whose("绿化工程的工资一直拖着没给工人", experience)[0]).toBe("labour");
    expect(whose("绿化里发现一颗炸弹", experience)[0]).toBe("police");
    expect(whose("凉亭的长椅断了，有人扬言要打人", experience)[0]).toBe("police");
    expect(whose("修凉亭的长椅，工资拖着没给", experience)[0]).toBe("labour");
  });

  it("learns of no place and no time: 厂门口 speaks for nobody", () => {
    const gates = knowing(
      ["police", "昨晚厂门口有人打架"],
      ["police", "厂门口有人偷东西"],
      ["police", "昨晚厂门口有人闹事"],
    );
    expect(whose("昨晚厂门口的地磅不准", gates)).toEqual(whose("昨晚厂门口的地磅不准"));
  });
});
