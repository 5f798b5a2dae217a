import { describe, expect, it } from "vitest";
import { readWishes } from "../../../../src/chat/understand/zh-cn-wishes.ts";

const read = (text: string) => readWishes(text, (name) => name === "用电" || name === "wifi");
const NOTHING = { urgency: "normal", confidential: false, category: undefined };

describe("the wishes in a text", () => {
  it.each([
    ["三车间停电", { text: "三车间停电" }],
    ["紧急 三车间停电", { text: "三车间停电", urgency: "urgent" }],
    ["紧急：三车间停电", { text: "三车间停电", urgency: "urgent" }],
    ["紧急！三车间停电", { text: "三车间停电", urgency: "urgent" }],
    ["三车间停电 复杂", { text: "三车间停电 复杂", urgency: "complex" }],
    ["三车间停电，保密，请私下联系", { text: "三车间停电，保密，请私下联系", confidential: true }],
    ["停电两天了，特急！", { text: "停电两天了，特急！", urgency: "urgent" }],
    ["特急！整条线停了", { text: "特急！整条线停了", urgency: "urgent" }],
    ["手续繁琐、复杂、费用高", { text: "手续繁琐、复杂、费用高" }],
    ["not urgent, the barrier is bent", { text: "not urgent, the barrier is bent" }],
    ["保密 紧急 #用电 三车间停电", { text: "三车间停电", urgency: "urgent", confidential: true, category: "用电" }],
    ["＃用电 三车间停电", { text: "三车间停电", category: "用电" }],
    ["#用电 #WiFi 三车间停电", { text: "#WiFi 三车间停电", category: "用电" }],
    ["#WiFi 断了", { text: "断了", category: "wifi" }],
    ["URGENT power cut", { text: "power cut", urgency: "urgent" }],
    ["#12 三车间停电", { text: "#12 三车间停电" }],
    ["#绿化 三车间停电", { text: "#绿化 三车间停电" }],
    ["紧急", { text: "", urgency: "urgent" }],
  ])("%j are heard, and no part of the text where they stand before it", (text, wishes) => {
    expect(read(text)).toEqual({ ...NOTHING, ...wishes });
  });

  it.each(["三车间紧急停电", "情况复杂请看", "不紧急", "保密协议被拖延", "电话#用电话"])("are none in %j", (text) => {
    expect(read(text)).toEqual({ ...NOTHING, text });
  });

  it("leave line breaks in the text", () => {
    expect(read("紧急\n三车间停电\n影响交货").text).toBe("三车间停电\n影响交货");
  });

  it.each([
    "【保密】变压器坏",
    "「保密」变压器坏",
    "(保密)变压器坏",
    "#保密 变压器坏",
    "保密诉求 变压器坏",
    "请保密：变压器坏",
    "变压器坏（保密，别说是我们）",
    "变压器坏。需保密",
    "变压器坏，这事请保密！",
    "变压器坏 麻烦帮忙保密一下",
    "电费太高，请帮我保密",
    "电费太高，要求保密",
    "电费太高，请替我保密",
    "电费太高，请为我司保密",
    "电费太高，请予以保密",
    "电费太高，望保密",
    "电费太高，我要保密",
    "电费太高，请一定要保密",
    "电费太高，绝对保密",
    "电费太高，本诉求保密",
    "电费太高，请保密我的身份",
    "保密-电费太高",
    "*保密* 电费太高",
    "保密😀电费太高",
    "保 密 电费太高",
    "電費太高，請保密",
    "电费太高，请保密哈",
    "这事别说是我讲的：门口保安收停车费装自己口袋",
    "别写我名字，经发局的人老来厂里检查拿东西走",
    "不要透露我们厂名字，东门保安乱收费",
    "我们厂欠我三个月工资，能匿名不",
    "可以不写公司名字吗，隔壁厂排污",
    "厂里克扣工资，名字就不写了",
    "请隐去我们厂名：东门保安乱收费",
    "您可千万别说是我说的哈，门卫收红包",
    "别讲是哪个厂反映的，城管乱罚",
    "怕他们报复，门口有人强买强卖",
    "别告诉我们老板，工资两个月没发了",
    "门口乱收费，你知道就行",
    "有个事别让周总知道",
    "我不想暴露自己，食堂卫生太差",
    "对方要是知道是我们举报的就完了",
    "能不能不让我们厂出面，物业天天断水",
    "匿名可以吗，仓库堆了易燃品",
    `${"食堂的菜不新鲜，米饭也是生的。".repeat(30)}请不要透露我们厂`,
  ])("that ask for confidence are heard however it is said, and the text stays: %s", (text) => {
    const wishes = readWishes(text, () => false);
    expect(wishes.confidential).toBe(true);
    expect(wishes.text).toBe(text);
  });

  it.each([
    "不用保密",
    "无需保密，变压器坏",
    "保密协议、保密费用",
    "对方泄露了我们的保密资料",
    "公司保密室漏水",
    "希望园区组织安全、保密、消防培训",
    "涉密资质申报要求：保密、安全、质量三项体系",
    "会议内容：保密，人员：十人",
    "门禁提示“保密”两个字后打不开",
    "一栏选“保密”后无法提交",
    "怎么不让我们停车",
    "能不能单独装个电表",
    "怎么申请保密资质",
    "有人匿名举报我们厂排污",
    "希望意见箱改成匿名的",
    "不要说我们没交物业费",
    "客户信息不能泄露，网络要加密",
    "门牌上名字写错了，不要写错",
    "怕他们不知道怎么走",
    "不留名额给我们厂",
    "物业不愿意出面解决",
    "有家公司瞒着我们施工",
    "产品价格不宜公开招标",
  ])("that speak of something else ask for none: %s", (text) => {
    expect(readWishes(text, () => false)).toEqual({
      text,
      urgency: "normal",
      confidential: false,
      category: undefined,
    });
  });
});
