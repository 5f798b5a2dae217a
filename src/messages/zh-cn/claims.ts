import type { Evidence } from "../../domain/park/claim.ts";
import type { PlatformName, Role } from "../../domain/park/org.ts";
import { echo } from "../escape.ts";
import { PLATFORM_NAMES } from "./terms.ts";

/** What is said of people whose accounts are not known yet: to them, and to the coordinator who recognises them. */

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  liaison: "企业联络员",
  officer: "经办人",
  head: "负责人",
  coordinator: "营商办",
  leader: "园区领导",
  admin: "管理员",
};

/** To somebody unknown. In a group nobody is asked for a telephone number. */
export function unknownPerson(account: string, inGroup: boolean): string {
  return inGroup
    ? `您好，我还不认识您，账号是 ${account}。请私聊我发：我是 姓名 手机号，由营商办核实后使用。`
    : `您好，我还不认识您，账号是 ${account}。请发：我是 姓名 手机号（手机号只用于核对），由营商办核实后使用；刚才的话请届时再说一遍。`;
}

/** To somebody unknown who names a company where companies do not raise issues. */
export const COMPANIES_IN_THEIR_GROUP =
  "名单里没有找到这个姓名，请写全名和手机号，例如：我是 王建国 13800001111；企业联络员也可在企业群里 @我 发：我是 企业名。";

export const SAY_NAME = "请写姓名和手机号，例如：我是 王建国 13800001111";

export function personOrCompany(name: string): string {
  return `${echo(name)}既是名单里的人，也是一家企业。是本人请发：我是 ${name} 手机号；是企业请发：我是 企业 ${name}`;
}

export function hasAnother(name: string, platform: PlatformName): string {
  return `名单里${name}的${PLATFORM_NAMES[platform]}账号是另一个；换了账号请联系营商办或管理员。`;
}

export function sayMore(name: string, inGroup: boolean): string {
  return `还不能确认您是${name}，请${inGroup ? "私聊我" : ""}连同手机号或单位再发一次，例如：我是 ${name} 13800001111`;
}

export function claimNoted(name: string, { inGroup, gavePhone }: { inGroup: boolean; gavePhone: boolean }): string {
  const hide = inGroup && gavePhone ? "群里的手机号请自行撤回。" : "";
  return `已请营商办核实您是${name}，核实后我会告诉您。${hide}`;
}

export function notRecognised(name: string): string {
  return `营商办没有核实您是${name}，如有疑问请直接联系营商办。`;
}

/** For the coordinator. */
export const CLAIM = {
  title: "有人说明身份，请核实",
  who: "自称",
  account: "账号",
  grounds: "依据",
  warning: "核实后，这个账号就能以此人的身份办理诉求，请先确认确是本人。",
} as const;

/** 王建国（供电公司 负责人） */
export function whoText(name: string, unit: string | null, role: Role): string {
  return `${name}（${unit === null ? "" : `${unit} `}${ROLE_WORDS[role]}）`;
}

/** 企业微信 wangjg */
export function accountText(platform: PlatformName, userId: string): string {
  return `${PLATFORM_NAMES[platform]} ${userId}`;
}

/** As a sentence in which a number is known for one of a telephone. */
export function asPhone(phone: string): string {
  return `电话 ${phone}`;
}

const GROUNDS: Readonly<Record<Evidence, string>> = {
  phone: "所报手机号与名单一致",
  unit: "所报单位与名单一致",
  nickname: "平台上的名字相同",
};

/** `masked`: a number that is not the list's, for who may see a part of it. */
export function groundsText(
  evidence: readonly Evidence[],
  { gavePhone, masked }: { readonly gavePhone: boolean; readonly masked: string | null },
): string {
  const differs = gavePhone && !evidence.includes("phone");
  const phone = masked === null ? "" : `（${masked}）`;
  const grounds = evidence.map((one) => GROUNDS[one]);
  return [...grounds, ...(differs ? [`所报手机号与名单不一致或名单里没有${phone}`] : [])].join("；") || "只有姓名相同";
}

/** 王建国 不是 */
export function denied(name: string): string {
  return `${name} 不是`;
}

export function nobodyToRecognise(said: string, waiting: readonly string[]): string {
  const others = waiting.length === 0 ? "现在没有等待核实的人" : `等待核实的有：${waiting.join("、")}`;
  return `没有账号在等待核实为${echo(said)}；${others}。核实企业联络人请写诉求编号，例如：核实 12`;
}

export function severalAccounts(
  said: string,
  accounts: readonly { readonly platform: PlatformName; readonly userId: string }[],
): string {
  const list = accounts.map(({ platform, userId }) => accountText(platform, userId)).join("；");
  const [first] = accounts;
  return `有 ${accounts.length} 个账号自称是同一人：${list}。请写明账号，例如：核实 ${said} ${first?.userId ?? ""}`;
}

export function recognised(who: string, platform: PlatformName, userId: string): string {
  return `已核实：${accountText(platform, userId)} 是${who}。如有误请发：核实 ${denied(who.replace(/（.*$/u, ""))}`;
}

/** No direct message reaches him. */
export function passItOn(said: string): string {
  return `${said}。我不能私信本人，请转告他可以使用了。`;
}

export function youAreRecognised(who: string): string {
  return `营商办已核实，您是${who}。现在可以使用了，能做什么请发「帮助」。`;
}

export function deniedFor(name: string, platform: PlatformName, userId: string): string {
  return `已记下：${accountText(platform, userId)} 不是${name}。`;
}

export function takenBack(name: string): string {
  return `已取消对${name}的核实，这个账号不再有他的身份。`;
}
