import { describe, expect, it } from "vitest";
import { movesOf } from "../../src/store/events.ts";
import { insertRequest, readIssue, updateIssue } from "../../src/store/issues.ts";
import type { Park } from "../support/park.ts";
import { headlines, openPark, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

const TITLE = "#1 三车间昨晚停电两次";

/** An issue that the power company has signed for on Monday at ten; it is due on the next Monday at nine. */
async function signedIssue(open = openQuietPark): Promise<Park> {
  const park = await open("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  await park.at("2026-11-16T10:00:00+08:00");
  await park.say("王建国", "gongdian", "签收 1");
  return park;
}

it("a hold is the leaders' to refuse as well, and the coordinator is told so", async () => {
  const park = await signedIssue();
  await park.say("刘洋", "gongdian", "挂账 1 12月11日 等备件到货");
  for (const text of ["不同意", "1不同意", "这个不批"]) {
    const told = await park.say("李敏", "direct", text);
    expect(told, text).toContain("#1");
    expect(told, text).not.toContain("备注吗");
    expect(told, text).not.toContain("已备注");
  }
  expect(await park.say("李敏", "direct", "1不同意")).toContain("领导");
});

describe("退单", () => {
  variant("goes back with the proposed unit as first suggestion, which 派单 N 1 takes", async () => {
    const park = await signedIssue();
    const asked = await park.say("刘洋", "gongdian", "退单 1 厂区内部线路归建设管理局管");
    expect(asked).toContain("已申请退单，待批复");
    expect(park.said("李敏").at(-1)).toContain(`${TITLE} 申请退单`);
    expect(park.said("李敏").at(-1)).toContain("**建议单位**：建设管理局");
    expect(park.said("李敏").at(-1)).toContain("> 厂区内部线路归建设管理局管");
    // Meanwhile nothing changes, and the clock goes on.
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("办理中");

    const approved = await park.say("李敏", "direct", "同意 1");
    expect(approved).toContain("已同意退单");
    expect(approved).toContain("建议：1 建设管理局");
    expect(approved).toContain("派单 1 1");
    expect(headlines(park.said("gongdian")).at(-1)).toBe(`${TITLE} 已同意退单`);
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("待派单　下一步：营商办派单");

    const dispatched = await park.say("李敏", "direct", "派单 1 1");
    expect(dispatched).toContain(`已派给建设管理局　${TITLE}`);
    expect(headlines(park.said("jianshe"))).toEqual([`派单 ${TITLE}`]);
    expect(headlines(park.said("qiye")).at(-1)).toBe(`${TITLE} 已交建设管理局`);
    expect(await park.say("曾敏", "jianshe", "签收 1")).toContain("已签收");
  });

  it("goes to the unit that the coordinator names with 同意, as two recorded moves", async () => {
    const park = await signedIssue();
    await park.say("刘洋", "gongdian", "退单 1 厂区内部线路归建设管理局管");
    const approved = await park.say("李敏", "direct", "同意 1 经发局");
    expect(approved).toContain(`已同意退单，已派给经济发展局　${TITLE}`);
    // A working day to sign, and five to answer, from now on.
    expect(approved).toContain("答复期限：11月23日 周一 10:00");
    expect(headlines(park.said("gongdian")).at(-1)).toBe(`${TITLE} 已同意退单`);
    expect(headlines(park.said("jingfa")).at(-1)).toBe(`派单 ${TITLE}`);
    expect(headlines(park.said("qiye")).at(-1)).toBe(`${TITLE} 已交经济发展局`);
    const moves = (await movesOf(park.app.db, 1)).map(({ action, toState }) => `${action} ${toState}`);
    expect(moves.slice(-2)).toEqual(["approve submitted", "dispatch dispatched"]);
    expect(await park.say("杨帆", "jingfa", "签收 1")).toContain("已签收");
  });

  it("without a unit is asked which, and takes the unit while it waits", async () => {
    const park = await signedIssue();
    const asked = await park.say("刘洋", "gongdian", "退单 1 不归我们管");
    expect(asked).toContain("这件诉求应由哪个单位办理？");
    expect(asked).toContain("请补写建议单位：退单 1 建议单位");
    expect(await park.say("刘洋", "gongdian", "退单 1 真的不归我们管")).toContain(
      "退单申请正在等待批复，补写建议单位请发：退单 1 单位名",
    );
    const added = await park.say("王建国", "gongdian", "退单 1 建设管理局");
    expect(added).toContain("已补写建议单位：建设管理局");
    expect(park.said("李敏").at(-1)).toContain("**建议单位**：建设管理局");
    expect(await park.say("李敏", "direct", "同意 1")).toContain("建议：1 建设管理局");
  });

  variant(
    "is decided while the company is asked for more; sent back to the same unit, the answer says so",
    async () => {
      const park = await signedIssue();
      await park.say("刘洋", "gongdian", "退单 1 不归我们管");
      await park.say("王建国", "gongdian", "请补充 1 哪个车间");
      expect(await park.say("李敏", "direct", "同意 1")).toContain("已同意退单");
      expect(await park.say("周长友", "qiye", "进度 1")).toContain("待派单　下一步：营商办派单");
      const back = await park.say("李敏", "direct", "派单 1 供电公司");
      expect(back).toContain("请留意：供电公司刚获准退单，现又派回该单位。");
      expect(await park.say("李敏", "direct", "派单 1 1")).toContain(
        "#1 已由供电公司负责，改派请写单位名：转派 1 单位名",
      );
      expect(await park.say("李敏", "direct", "转派 1 经发局")).not.toContain("请留意");
    },
  );

  it("that a leader grants goes back to the coordinator, who is told, and the leader is offered no dispatch", async () => {
    const park = await signedIssue();
    await park.say("刘洋", "gongdian", "退单 1 归建设管理局管");
    const granted = await park.say("赵长河", "direct", "同意 1 经发局", { platform: "dingtalk" });
    expect(granted).toContain("已同意退单");
    expect(granted).not.toContain("派单 1");
    expect(headlines(park.said("李敏")).at(-1)).toBe(`${TITLE} 已同意退单`);
    expect(park.said("李敏").at(-1)).toContain("派单 1 单位名");
    expect(park.said("gongdian").at(-1)).not.toContain("派单 1");
  });

  it("that waits is not forgotten by signing, and its refusal says what to do now", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    await park.say("刘洋", "gongdian", "退单 1 归建设管理局管");
    expect(await park.say("王建国", "gongdian", "签收 1")).toContain("退单申请待批复，批复前继续计时。");
    await park.say("李敏", "direct", "驳回 1 停电属供电公司");
    expect(park.said("gongdian").at(-1)).toContain("答复 1 …　措施 1 … 下周五前");
  });

  variant("is asked once only: a refused one cannot be asked again, and the refusal changes nothing", async () => {
    const park = await signedIssue();
    await park.say("刘洋", "gongdian", "退单 1 不归我们管");
    const before = await park.say("王建国", "gongdian", "进度 1");
    expect(before).toContain("**待批复**：退单：不归我们管");
    expect(await park.say("刘洋", "gongdian", "延期 1 3天 还是不归我们")).toContain("退单申请正在等待批复，批复后再提");
    expect(await park.say("李敏", "direct", "驳回 1")).toContain("请说明「驳回」#1 的原因");
    expect(await park.say("李敏", "direct", "驳回 1 停电属供电公司")).toContain(`已驳回退单　${TITLE}`);
    expect(park.said("gongdian").at(-1)).toContain(`${TITLE} 退单申请被驳回`);
    expect(park.said("gongdian").at(-1)).toContain("> 停电属供电公司");
    // What the issue is, above what was done: nothing but the request is another.
    const standing = (text: string) => {
      const head = text.slice(0, text.indexOf("对口跟踪"));
      return head.split("\n").map((line) => line.trim());
    };
    const after = await park.say("王建国", "gongdian", "进度 1");
    expect(standing(after).join("\n")).toContain("供电公司");
    expect(standing(after)).toEqual(standing(before).filter((line) => !line.includes("待批复")));
    expect(after).toMatch(/退单：不归我们管（刘洋 .*，未同意 李敏 .*：停电属供电公司）/u);
    expect(await park.say("刘洋", "gongdian", "退单 1 再试一次")).toContain("本次派单已申请过退单，不能再次申请");
    expect(await park.say("李敏", "direct", "同意 1")).toContain("没有待批复的申请");
    expect(headlines(park.said("qiye"))).toEqual([`已收到 ${TITLE}`, `${TITLE} 已签收`]);
  });

  it("comes too late after one working day, and is nobody's but the lead department's", async () => {
    const park = await signedIssue();
    expect(await park.say("周长友", "qiye", "退单 1 算了")).toContain("您没有「退单」权限");
    await park.at("2026-11-17T09:02:00+08:00");
    expect(await park.say("王建国", "gongdian", "退单 1 不归我们管")).toContain("退单应在派单后 1 个工作日内提出");
  });
});

describe("延期", () => {
  variant(
    "is granted once by the coordinator and once by the leader, with the company told of the date and why",
    async () => {
      const park = await signedIssue();
      const first = await park.say("刘洋", "gongdian", "延期 1 3天 变压器要从厂家调货");
      // Three working days from the present due date: Monday the 23rd, nine o'clock.
      expect(first).toContain("已申请延期至 11月26日 周四 09:00");
      expect(park.said("李敏").at(-1)).toContain("**新的期限**：11月26日 周四 09:00");
      expect(await park.say("赵长河", "direct", "进度 1")).toContain("**答复期限**：11月23日 周一 09:00");
      expect(await park.say("李敏", "direct", "同意 1")).toContain("已同意延期，新的期限 11月26日 周四 09:00");
      expect(park.said("qiye").at(-1)).toContain(`${TITLE} 期限延至 11月26日 周四 09:00`);
      expect(park.said("qiye").at(-1)).toContain("> 变压器要从厂家调货");
      expect(headlines(park.said("gongdian")).at(-1)).toBe(`${TITLE} 期限延至 11月26日 周四 09:00`);

      const second = await park.say("刘洋", "gongdian", "延期 1 11月30日 厂家发货推迟，领导能不能宽限到月底");
      expect(second).toContain("已申请延期至 11月30日 周一 17:30");
      expect(await park.say("李敏", "direct", "同意 1")).toContain("第二次延期和挂账由园区领导批复");
      expect(headlines(park.said("赵长河")).at(-1)).toBe(`${TITLE} 申请延期`);
      expect(await park.say("赵长河", "direct", "同意 1", { platform: "dingtalk" })).toContain(
        "新的期限 11月30日 周一 17:30",
      );
      // Why it takes longer, and not how the unit asked the office for it.
      expect(park.said("qiye").at(-1)).toMatch(/> 厂家发货推迟\n/u);

      expect(await park.say("刘洋", "gongdian", "延期 1 2天 再等等")).toContain("已延期两次，不能再次延期");
      const due = await park.say("周长友", "qiye", "期限 1");
      expect(due).toContain("最初期限：11月23日 周一 09:00");
      expect(due).toMatch(/同意延期，期限 11月26日 周四 09:00[\s\S]*同意延期，期限 11月30日 周一 17:30/u);
      expect(due).toContain("现在的期限：11月30日 周一 17:30");
    },
  );

  variant("must be asked at least one working day before the due date, for a later date, with a reason", async () => {
    const park = await signedIssue();
    expect(await park.say("刘洋", "gongdian", "延期 1")).toContain("到哪一天？");
    expect(await park.say("刘洋", "gongdian", "延期 1 3天")).toContain("请说明「延期」#1 的原因");
    expect(await park.say("刘洋", "gongdian", "延期 1 11月20日 提前")).toContain(
      "新的期限应晚于现在的期限 11月23日 周一 09:00",
    );
    await park.at("2026-11-20T09:01:00+08:00");
    expect(await park.say("刘洋", "gongdian", "延期 1 2天 来不及")).toContain(
      "延期应在到期前至少 1 个工作日提出，最晚 11月20日 周五 09:00，现已超过时限",
    );
  });

  it("may be asked on the last moment that leaves a whole working day", async () => {
    const park = await signedIssue();
    await park.at("2026-11-20T08:59:00+08:00");
    expect(await park.say("刘洋", "gongdian", "延期 1 2天 等停电计划")).toContain("已申请延期至 11月25日 周三 09:00");
  });

  it("refused changes nothing but its own record", async () => {
    const park = await signedIssue();
    await park.say("刘洋", "gongdian", "延期 1 3天 人手不够");
    expect(await park.say("李敏", "direct", "驳回 1 请按期办结")).toContain("已驳回延期");
    expect(await park.say("周长友", "qiye", "期限 1")).toContain("现在的期限：11月23日 周一 09:00");
    expect(headlines(park.said("qiye")).filter((line) => line.includes("延"))).toEqual([]);
  });

  it("granted while the company is asked for more is not lost when the clock goes on", async () => {
    const park = await signedIssue();
    await park.say("刘洋", "gongdian", "延期 1 3天 变压器要从厂家调货");
    await park.say("刘洋", "gongdian", "请补充 1 厂区平面图");
    await park.say("李敏", "direct", "同意 1");
    await park.at("2026-11-17T10:00:00+08:00");
    await park.say("周长友", "qiye", "补充 1 已发邮箱");
    // One working day of waiting on top of the granted date.
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("**答复期限**：11月27日 周五 09:00");
  });
});

describe("挂账", () => {
  variant("is the leader's to grant, stops the clock, and ends by itself on the review date", async () => {
    const park = await signedIssue();
    const asked = await park.say("刘洋", "gongdian", "挂账 1 12月3日 等线路大修计划批复");
    expect(asked).toContain("已申请挂账，复核日期 12月3日 周四");
    expect(await park.say("李敏", "direct", "同意 1")).toContain("由园区领导批复");
    expect(await park.say("赵长河", "duban", "同意 1")).toContain("已同意挂账，复核日期 12月3日 周四");
    expect(park.said("qiye").at(-1)).toContain(`${TITLE} 暂时挂账`);
    expect(park.said("qiye").at(-1)).toContain("12月3日 周四");
    expect(park.said("qiye").at(-1)).toContain("> 等线路大修计划批复");
    expect(headlines(park.said("gongdian")).at(-1)).toBe(`${TITLE} 暂时挂账`);

    await park.at("2026-12-02T17:00:00+08:00");
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("挂账　下一步：到复核日期恢复办理");
    await park.at("2026-12-03T08:30:00+08:00");
    const progress = await park.say("周长友", "qiye", "进度 1");
    expect(progress).toContain("办理中");
    expect(headlines(park.said("qiye")).filter((line) => line.includes("恢复办理"))).toEqual([
      `${TITLE} 挂账结束，恢复办理`,
    ]);
    expect(headlines(park.said("gongdian")).at(-1)).toBe(`${TITLE} 挂账结束，恢复办理`);
    expect(headlines(park.said("jingfa")).at(-1)).toBe(`${TITLE} 挂账结束，恢复办理`);
  });

  variant("tells its end in its turn, behind the digest of the same moment, however slow the database is", async () => {
    const park = await signedIssue(openPark);
    await park.say("刘洋", "gongdian", "挂账 1 11月17日 等线路大修计划批复");
    await park.say("赵长河", "duban", "同意 1");
    // What the department's digest has to say.
    await park.say("周长友", "qiye", "诉求 五车间电压低");
    await park.say("王建国", "gongdian", "签收 2");
    await park.say("王建国", "gongdian", "答复 2 已调压");
    // The power company's own slot takes longer than the second in which the courier looks by itself.
    await park.app.db.execute(`create function slowly() returns trigger language plpgsql as
      $$ begin if new.chat = 'gongdian' then perform pg_sleep(1.3); end if; return new; end $$`);
    await park.app.db.execute("create trigger slow before insert on slots for each row execute function slowly()");
    await park.at("2026-11-17T08:30:00+08:00");
    await park.settle();
    expect(headlines(park.said("gongdian")).slice(-2)).toEqual([
      expect.stringContaining("今日待办"),
      `${TITLE} 挂账结束，恢复办理`,
    ]);
  });

  variant("ends early by 恢复, with the time that was left", async () => {
    const park = await signedIssue();
    await park.say("刘洋", "gongdian", "挂账 1 12月3日 等线路大修计划批复");
    await park.say("赵长河", "duban", "同意 1");
    await park.at("2026-11-18T10:00:00+08:00");
    expect(await park.say("周长友", "qiye", "恢复 1")).toContain("您没有「恢复」权限");
    // Granted on Monday at ten, two working days ago: the due date moves by two, to Wednesday the 25th.
    expect(await park.say("李敏", "direct", "恢复 1")).toContain("答复期限：11月25日 周三 09:00");
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("**答复期限**：11月25日 周三 09:00");
    await park.at("2026-12-04T09:00:00+08:00");
    expect(headlines(park.said("qiye")).filter((line) => line.includes("恢复办理"))).toHaveLength(1);
  });

  variant("goes no further than thirty working days, and refused it changes nothing", async () => {
    const park = await signedIssue();
    expect(await park.say("刘洋", "gongdian", "挂账 1 12月31日 等大修")).toContain(
      "复核日期最多在 30 个工作日之内，最晚可写 12月28日 周一",
    );
    expect(await park.say("刘洋", "gongdian", "挂账 1 12月29日 等大修")).toContain("最晚可写 12月28日 周一");
    expect(await park.say("刘洋", "gongdian", "挂账 1 12月25日 等大修")).toContain("已申请挂账");
    expect(await park.say("赵长河", "duban", "驳回 1 先想别的办法")).toContain("已驳回挂账");
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("办理中");
    expect(await park.say("周长友", "qiye", "期限 1")).toContain("现在的期限：11月23日 周一 09:00");
  });
});

describe("a date more than two years ahead", () => {
  it("is no date for anything that can be asked or promised, and the last day is named", async () => {
    const park = await signedIssue();
    const last = "最晚可写 2028年11月16日。";
    for (const words of ["延期 1 3000-03-03 等设备", "延期 1 9999-12-31 等设备", "挂账 1 9999-12-31 等大修"]) {
      expect(await park.say("刘洋", "gongdian", words)).toContain(last);
    }
    expect(await park.say("王建国", "gongdian", "措施 1 9999年1月1日前 换")).toContain(last);
    expect(await park.say("李敏", "direct", "主题日 新建 9999-12-31 20:00 用工")).toContain(last);
    expect(await park.say("李敏", "direct", "主题日 取消 9999-12-31")).toContain(last);
    expect(await park.say("刘洋", "gongdian", "请假 9999-12-31 由王建国代")).toContain(last);
    expect(await park.say("李敏", "direct", "同意 1")).toContain("没有待批复的申请");
  });

  it("that is asked for already is not granted, in a sentence, and can be refused", async () => {
    const park = await signedIssue();
    const until = new Date("3000-03-03T17:30:00+08:00");
    const asked = { kind: "extend", reason: "等设备", department: null, until, askedBy: "刘洋" } as const;
    const state = { state: "pending", decidedBy: null, decidedAt: null, decision: null } as const;
    await insertRequest(park.app.db, {
      ...asked,
      ...state,
      issueId: 1,
      askedAt: new Date("2026-11-16T10:00:00+08:00"),
    });
    const refused = await park.say("李敏", "direct", "同意 1");
    expect(refused).toContain("申请的日期太远，最晚只能到 2028年11月16日，不能同意，请发：驳回 1 原因；");
    expect(await park.say("李敏", "direct", "驳回 1 太远")).toContain("已驳回延期");
  });

  variant("that an issue is due on already holds nobody up", async () => {
    const park = await signedIssue();
    const due = new Date("3000-03-03T17:30:00+08:00");
    const issue = await readIssue(park.app.db, 1);
    if (issue === null) throw new Error("there is no issue 1");
    await updateIssue(park.app.db, issue, { due, measure: "换", measureAt: issue.signedAt, measureDue: due });
    const started = performance.now();
    expect(await park.say("王建国", "gongdian", "待办")).toContain("#1");
    expect(await park.say("王建国", "gongdian", "期限 1")).toContain("现在的期限：3000年3月3日");
    expect(await park.say("王建国", "gongdian", "请补充 1 平面图")).toContain("已请企业补充");
    await park.at("2026-11-17T10:00:00+08:00");
    expect(await park.say("周长友", "qiye", "补充 1 已发邮箱")).toContain("已补充");
    expect(await park.say("王建国", "gongdian", "进度 1")).toContain("换（承诺 3000年3月3日 周一 17:30 前）");
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
