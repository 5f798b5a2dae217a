import { expect, it } from "vitest";
import { goesOnAbout, mayGoOn } from "../../../../src/chat/understand/continues.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { route } from "../../../../src/domain/issue/routing.ts";
import { own, SAMPLE_PARK, situationIn } from "../../../support/talk.ts";

/** What somebody says soon after his issue: whether it is an addition to it, or a matter of its own. */

const POWER = "三车间昨晚停电两次，影响交货";
const LAMP = "园区东二路路灯坏了，下夜班的工人看不见路";
const ROAD = "厂门口那条路坑坑洼洼，货车不好走";
const WATER = "宿舍楼自来水发黄，有股怪味";
const NET = "办公楼宽带三天两头掉线";
const THEFT = "仓库夜里被偷了两箱货";
const LOAN = "银行要提前抽贷，想请园区帮忙协调续贷";

/** Whether it would be shown as an addition to an issue with this text. */
function adds(written: string, text: string): boolean {
  const spoken = situationIn({ who: "liaison", issues: [own(12, "dispatched", written)] });
  const routing = route(written, SAMPLE_PARK.directory);
  const department = routing.kind === "sure" ? routing.department.code : null;
  const issues = spoken.issues.map((one) => ({ ...one, department }));
  const situation = { ...spoken, issues };
  const understood = understand(text, situation);
  const [issue] = issues;
  if (understood.steps.some((step) => "doing" in step && step.doing.command === "supplement")) return true;
  if (issue === undefined || !mayGoOn(understood, text)) return false;
  return goesOnAbout(text, { issue, text: written, pictured: false }, situation);
}

it.each([
  [POWER, "从晚上八点停到十一点", "一共停了四台机器", "另外说一下刚才那个，是B相断了", "补充一下，损失大概三万块"],
  [POWER, "就是靠近仓库的那一排", "客户在催货，损失很大", "电话13812345678，找老何", "麻烦尽快派人来看看"],
  [POWER, "产线停了，订单要赔钱", "忘了讲，是老厂房那边", "联系人：何师傅", "座机0746-1234567，找小周"],
  [LAMP, "大概有七八盏", "就在二号食堂对面", "上个月就有人摔过一跤", "灯杆编号是E207"],
  [ROAD, "昨天一辆货车陷进去了", "最大的那个坑有一米宽", "大概两百米长的一段"],
  [WATER, "三楼四楼都这样", "水放了十分钟还是黄的", "一百多号人没法洗澡"],
  [NET, "财务都没法开票", "报修过两次，没人来", "就是二楼三楼，一楼没事"],
  [LOAN, "额度是五百万，下个月到期"],
  [
    THEFT,
    "监控拍到了 是11月28号凌晨2点多",
    "监控拍到了",
    "摄像头拍到了人脸",
    "摄像头都拍到了 是前天夜里3点",
    "拿到了证据",
  ],
  [THEFT, "抓到了现行", "看到了车牌，湘M开头", "录像调出来了，是个白色面包车", "门卫看见人了", "找到了出库单"],
  ["三车间配电柜冒烟着火了", "烟越来越大了", "电话13907461234，找老何"],
])("goes on about «%s»", (written, ...texts) => {
  for (const text of texts) expect(adds(written, text), text).toBe(true);
});

it.each([
  [POWER, "垃圾没人清运，垃圾桶都满出来了", "隔壁厂夜里施工太吵", "保安晚上不在岗，没人看门", "快递车进不来园区"],
  [POWER, "厕所堵了一个星期没人修", "路上有个井盖不见了", "四车间也停电了，机器都停着", "不是同一件，现在四车间停电"],
  [THEFT, "隔油池我们那边也溢了，一样的", "烧轮胎我们也呛"],
  [POWER, "另外问下，食堂的健康证去哪办", "还有，传达室的门锁不上", "顺便问一句，员工体检能不能补贴"],
  [LAMP, "河里的水发臭", "河边护栏断了两根", "老鼠把仓库的包装咬坏了", "围墙塌了一截"],
  [ROAD, "旁边工地扬尘太大，窗户都不敢开", "楼顶漏雨，货都淋湿了", "食堂涨价太狠了"],
  [WATER, "电瓶车棚的充电桩都坏了", "货梯门关不上", "广场舞音响太大声"],
  [NET, "一到下雨天门口就淹水", "垃圾房味道熏人", "配电房着火了"],
  [LOAN, "厂区旁边有人烧垃圾，烟好大", "想租一间会议室办培训", "李总你们那边停电没有"],
])("is another matter than «%s»", (written, ...texts) => {
  for (const text of texts) expect(adds(written, text), text).toBe(false);
});
