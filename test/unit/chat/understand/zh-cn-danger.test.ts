import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDanger } from "../../../../src/chat/understand/zh-cn-danger.ts";

const DANGER = [
  "我们厂着火了",
  "厂房起火，火很大",
  "隔壁仓库失火",
  "三车间发生火灾，请派人",
  "变压器冒烟了！！！",
  "配电房冒黑烟，有焦味",
  "二楼浓烟滚滚",
  "原料堆烧起来了",
  "锅炉爆炸了",
  "变压器刚才炸了",
  "粉尘车间发生闪爆",
  "冷库液氨泄漏",
  "氨气泄露，味道很大",
  "冷库漏氨了，工人都跑出来了",
  "食堂漏气，闻到味道",
  "宿舍漏煤气",
  "闻到很浓的煤气味",
  "储罐区有毒气",
  "有工人触电",
  "路边电线杆漏电，差点电到小孩",
  "师傅被电击倒了",
  "有两个人被困在电梯里",
  "电梯困人半小时了",
  "员工吃了食堂的饭食物中毒，十几个人在吐",
  "一氧化碳中毒，两个人没醒",
  "围墙坍塌压到人",
  "厂房屋顶垮塌",
  "工地塌方，埋了人",
  "门口有人拿刀砍人",
  "有人持刀进厂",
  "野狗伤人，已经咬了两个",
  "保安被打伤",
  "工人在车间晕倒了",
  "有人昏迷，没有呼吸",
  "有员工要跳楼",
  "有人在水塘溺水",
  "员工的手被机器绞进去了",
  "工人从架子上摔下来，有人受伤",
  "我們廠著火了",
  "變壓器冒煙，工人觸電",
  "着 火 了",
  "不知道为什么，宿舍着火了",
  "怕出事，现在已经着火了",
  "消防验收没过，今天车间又起火了",
] as const;

const NONE = [
  "三车间昨晚停电两次，影响交货",
  "我都气炸了，电话没人接",
  "业主群里炸了锅",
  "消防验收什么时候来",
  "消防通道被占用",
  "订单爆炸式增长，招不到人",
  "市场很火热，缺普工",
  "想办防触电培训",
  "请组织触电急救演练",
  "跟着火车站那条路走，路灯不亮",
  "展会很火爆，停车难",
  "晚上想一起火锅聚餐，没有店",
  "首次接触电商，有没有补贴",
  "客户信息泄漏怎么办",
  "公司数据泄露，找谁报案",
  "电脑中毒了，网也断了",
  "资金集中毒性检测怎么收费",
  "被困扰很久的停车问题",
  "被困难挡住了，想贷款",
  "轮胎漏气，附近没有修车店",
  "空压机漏气，想找维修",
  "忙得冒烟，还要报三张一样的表",
  "隔壁烟囱冒黑烟，味道大",
  "火灾自动报警系统什么时候验收",
  "火灾保险有没有补贴",
  "爆炸物品许可证怎么办",
  "线路老化，怕起火",
  "电线乱拉容易着火",
  "为防止爆炸需要装防爆灯",
  "避免发生火灾，请清理杂物",
  "没有着火，是蒸汽",
  "去年着火的仓库还没赔",
  "上次失火以后路灯一直没修",
  "说话太伤人心",
  "漏电保护器要年检吗",
  "燃气泄漏报警器怎么装",
  "厂区下水道堵了",
  "热得嗓子冒烟，车间没空调",
  "招聘会什么时候开",
  "技能人才引进政策",
  "价格坍塌，订单少了一半",
  "",
] as const;

describe("danger to life", () => {
  it.each(DANGER)("is in %s", (text) => {
    expect(isDanger(text)).toBe(true);
  });

  it.each(NONE)("is not in %s", (text) => {
    expect(isDanger(text)).toBe(false);
  });
});

describe("whatever stands around it", () => {
  const danger = fc.constantFrom(...DANGER);
  const none = fc.constantFrom(...NONE);
  const mark = fc.constantFrom("。", "，", "！", "\n。", "；");

  it("danger stays danger in one clause of many, spaced and in full width, and nothing else becomes it", () => {
    fc.assert(
      fc.property(fc.array(none, { maxLength: 4 }), danger, fc.array(none, { maxLength: 4 }), mark, (a, one, b, by) => {
        expect(isDanger([...a, one, ...b].join(by))).toBe(true);
        expect(isDanger([...one].join(" "))).toBe(true);
        expect(isDanger([...a, ...b].join(by))).toBe(false);
      }),
    );
  });

  it("a long text is read in the time that its length is worth", () => {
    const before = performance.now();
    isDanger("有人没有被人".repeat(20_000));
    isDanger("防气漏氨被电人".repeat(20_000));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
