import { describe, expect, it } from "vitest";
import { own, type Spoken, said, saidInFull } from "../../../support/talk.ts";

/** A matter that comes with a wish for confidence calls no issue off, and one of somebody's debt presses for none. */

const LOAN = own(5, "in_progress", "银行贷款利率能不能优惠");
const SECRET = { ...own(43, "in_progress", "门口有人收保护费"), confidential: true };
const INJURY = own(61, "in_progress", "工伤认定拖了三个月还没出结果");
const WAGES = own(62, "in_progress", "包工头拖欠工人工资");

const inPrivate: Spoken = { who: "liaison", place: "direct", issues: [LOAN, SECRET, INJURY] };
const inGroup: Spoken = { who: "liaison", place: "enterprise", issues: [LOAN, INJURY] };

describe("不要跟他们讲 calls nothing off", () => {
  it.each([
    "保密，供电公司抄表的师傅暗示要我们请吃饭，不要跟他们讲是我们",
    "保密，银行那个信贷员要回扣，不要跟他们说是我们讲的",
    "检测站那个师傅要我们塞红包，不要跟他们讲是我们",
    "保密，检测站那个师傅要我们塞红包，莫跟他们讲",
    "审批窗口有人收好处费，别跟窗口的人说是哪家反映的",
    "银行贷款经理索要回扣，不要给他们讲是我们厂",
    "消防来检查的人要我们请喝酒，千万莫和他们提是我们",
    "贷款的客户经理要茶水费，不要告诉他是我们说的",
    "信贷员要我们公司送礼，别对银行讲",
    "保密，环保局来的那个人要我们塞钱，别跟他们领导说是我们",
    "我们供应商给采购回扣，别让老板晓得",
    "保密，消防的人让我们买他亲戚的灭火器，不要查到我们头上",
    "验货的老张逼我们送烟酒，不要报我们厂名字",
  ])("it is shown as new: %s", (text) => {
    expect(saidInFull(text, inPrivate)).toEqual([`offer submit - ${text}`]);
    expect(said(text, inGroup)).toBe("offer submit");
  });

  it.each([
    ["贷款那个不要跟了", "offer withdraw 5"],
    ["5号不要跟进了", "offer withdraw 5"],
    ["5号撤回，别跟银行说是我们", "do withdraw 5"],
    ["贷款那件不用办了，我们自己谈好了", "offer withdraw 5"],
  ])("what is called off is called off: %s", (text, meant) => {
    expect(said(text, inPrivate)).toBe(meant);
  });
});

describe("what somebody owes is a matter", () => {
  it.each([
    "保密，我们老板拖欠工人工资三个月了，不敢在群里说",
    "我们老板拖欠工人工资三个月了",
    "包工头拖欠我们工人工资，人都跑了",
    "隔壁厂拖欠工钱，工人来我们这闹",
    "保密，隔壁厂老板拖欠工人工钱",
    "施工队老板压着工人工资半年了",
    "客户欠我们货款一年了",
    "工程款三个月没结了",
    "劳务公司拖着工钱不给，几个月了",
    "总包欠薪两个月了",
    "讨债公司的人天天来我们厂催债",
    "保洁拖地的水几天了没人清理",
    "房东拖着押金不退",
    "劳务公司不发工资三个月了",
    "包工头卷钱跑了，工人没拿到钱",
    "银行天天催贷款",
    "拖拉机停在大门口几天了",
  ])("and presses for no other issue: %s", (text) => {
    expect(said(text, inPrivate)).toBe("offer submit");
  });

  it.each([
    ["工伤认定拖了三个月了", "offer urge 61"],
    ["工伤的事别拖了，催一下", "do urge 61"],
    ["工伤那个还要拖多久", "do status 61"],
  ])("an office is still pressed: %s", (text, meant) => {
    expect(said(text, inPrivate)).toBe(meant);
  });

  it("where an own issue is about it, that is pressed for", () => {
    const spoken = { ...inPrivate, issues: [LOAN, INJURY, WAGES] };
    expect(said("拖欠工资那个三个月了还没人管", spoken)).toBe("offer urge 62");
  });
});
