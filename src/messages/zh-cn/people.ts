import { echo } from "../escape.ts";

/** What is said of people: guests and those who vouch for them, duty and leave. */

export function knownAlready(name: string): string {
  return `您是${name}，机构文件里已有您的信息，无需再说明。`;
}

export const SAY_COMPANY = "请写企业名，例如：我是 湖南中塑科技有限公司";

export function companyNotFound(said: string): string {
  return `没有找到${echo(said)}，请写营业执照上的全称，或请营商办登记贵企业。`;
}

export function tooManyCompanies(said: string): string {
  return `与${echo(said)}相近的企业较多，请写营业执照上的全称。`;
}

export function chooseCompany(names: readonly string[]): string {
  const list = names.map((name, index) => `${index + 1}. ${name}`).join("；");
  return `有几家相近的企业：${list}。请回复序号，例如：我是 1`;
}

export function verifiedAlready(company: string): string {
  return `已经核实您是${company}的联络人，无需再说明。`;
}

export function companyNoted(company: string): string {
  return `已登记：${company}（待营商办核实）。现在可以直接提出：诉求 …`;
}

export const VERIFY_IS_THE_COORDINATORS = "「核实」由营商办使用。";

export function verifiedBefore(id: number): string {
  return `#${id} 的联络人此前已核实。`;
}

export function verified(id: number): string {
  return `已核实 #${id} 的联络人。`;
}

/** `other`: the company that he says he is from by now. */
export function verifiedAs(
  id: number,
  { name, company, other }: { readonly name: string; readonly company: string; readonly other: string | null },
): string {
  const now = other === null ? "" : `现自称属于${other}，该企业尚未核实。`;
  return `已核实 #${id} 的联络人${name}是${company}的。${now}`;
}

/** Who came by the form gave a number and no name. `isListed`: the company has people who follow it from now on. */
export function verifiedByForm(id: number, company: string, isListed: boolean): string {
  return `已核实 #${id} 扫码填报的联络人是${company}的。${isListed ? "该企业现在能看到和跟进这一件。" : ""}`;
}

export const HIDDEN_UNTIL_VERIFIED =
  "核实前，该企业的其他人看不到这一件；核实后由企业跟进。反映的是企业自身问题的，请不要核实。";

/** Somebody whom the org file does not know, for the coordinator. `moved`: he names another company than before. */
export const GUEST = {
  title: (moved: boolean) => (moved ? "有联络人改称属于另一家企业，尚未核实" : "有新的联络人，尚未核实"),
  who: "账号",
  before: "原来自称",
  company: (moved: boolean) => (moved ? "现在自称" : "自称企业"),
} as const;

export const DUTY_IS_THE_DEPARTMENTS = "「值班」由部门和营商办使用。";
export const DUTY_NOT_HERE = "请在部门群、督办群或私聊里安排值班。";

export function noSuchOfficial(said: string): string {
  return `没有叫${echo(said)}的部门工作人员，请写机构文件里的姓名。`;
}

export function ofAnotherDepartment(name: string): string {
  return `${name}不是本单位的人，只能安排本单位值班。`;
}

/** `until`: null until somebody else is named. `told`: who is told in the place of the one on duty, being away. */
export function dutySet(
  unit: string,
  { name, until, told }: { readonly name: string; readonly until: string | null; readonly told: string },
): string {
  const long = until === null ? "直到另行安排" : `到${until}`;
  const away = told === name ? "" : `${name}请假，`;
  return `${unit}由${name}值班，${long}；${away}尚未签收的诉求提醒发给${told}。`;
}

export const NOBODY_ON_DUTY = "尚未安排值班，未签收的诉求提醒单位负责人。安排请发：值班 姓名";
export const ROSTER_TITLE = "值班表";

export function rosterLine(unit: string, lines: readonly string[]): string {
  return `${unit}：${lines.join("；")}`;
}

export function onDuty(name: string): string {
  return `${name}值班`;
}

export function dutyHasLeft(name: string): string {
  return `${name}已不在本单位，按没有安排值班处理`;
}

/** Why the one who was to stand in does not. */
export type NoStandIn = "away" | "left" | "may-not";

const NO_STAND_IN: Readonly<Record<NoStandIn, string>> = {
  away: "也请假",
  left: "已不在本单位",
  "may-not": "已不能代办",
};

/** Until when somebody is away, and who stands in; where that one does not, why, and who is told instead. */
export function absenceLine(
  person: string,
  until: string,
  standIn: { readonly name: string; readonly not?: { readonly why: NoStandIn; readonly told: string } },
): string {
  const { name, not } = standIn;
  const who = not === undefined ? `由${name}代` : `${name}${NO_STAND_IN[not.why]}，提醒发给${not.told}`;
  return `${awayUntil(person, until)}，${who}`;
}

function awayUntil(person: string, until: string, from: string | null = null): string {
  return `${person}${from === null ? "" : `从${from}起`}请假到${until}`;
}

export const LEAVE_IS_THE_STAFFS = "「请假」由部门、营商办和园区领导使用。";
export const SAY_LEAVE = "请写明请假时间和代办人，例如：请假 3天 由李四代；请假 下周一到周三 由李四代";
export const NOT_YOURSELF = "代办人不能是自己，请写同单位的另一位。";

export function nobodyCalled(said: string): string {
  return `没有叫${echo(said)}的人，请写机构文件里的姓名。`;
}

export function mayNotStandIn(name: string): string {
  return `${name}不能代办，请写同单位的人。`;
}

/** A leave, and who is told meanwhile: the one who stands in, or somebody else while that one is away as well. */
export interface Leave {
  readonly person: string;
  readonly substitute: string;
  /** The first day, where it does not begin at once. */
  readonly from: string | null;
  readonly until: string;
  readonly told: string;
}

/** To the one who stands in. */
export function askedToStandIn({ person, substitute, from, until, told }: Leave): string {
  const what = told === substitute ? "期间的提醒发给您" : `由您代；您也在请假，提醒发给${told}`;
  return `${awayUntil(person, until, from)}，${what}。`;
}

export function leaveNoted({ substitute, from, until, told }: Leave): string {
  const why = told === substitute ? "" : `${substitute}也请假，`;
  return `已登记：${awayUntil("", until, from)}，${why}提醒发给${told}。提前回来请发「销假」。`;
}

export const BACK = "已销假，提醒恢复发给您。";
export const NOT_AWAY = "没有您的请假记录。";

export const DATE_UNCLEAR = "未能识别截止时间，请写天数或日期，例如：3天、下周五。";

/** 人工. */
export const HUMAN = {
  title: "人工服务",
  office: "营商办",
  hours: "上班时间",
  urgent: "有人员危险请立即拨打 119、110 或 120；其他急事可发「诉求 紧急 …」，营商办会马上收到。",
  noPhone:
    "营商办尚未登记电话，请到营商办窗口办理，或在这里发「诉求 紧急 …」写明情况和您的电话，营商办会与您联系。有人员危险请立即拨打 119、110 或 120。",
} as const;

/** 工作日 08:30-12:00、14:30-17:30（现在上班） */
export function workingHoursText(hours: readonly string[], isOpen: boolean): string {
  return `工作日 ${hours.join("、")}（现在${isOpen ? "上班" : "已下班，可先留言"}）`;
}
