/** What putting an org file in force changes, in Chinese. The comparison itself speaks English. */

/** Each part of the org file. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ["park", "园区"],
  ["department", "单位"],
  ["category", "诉求类别"],
  ["enterprise", "企业"],
  ["person", "人员"],
  ["chat", "群"],
  ["digest", "汇报"],
  ["themeDay", "主题日"],
  ["holidays", "放假安排"],
  ["policy", "期限和提醒"],
]);

/** The fields, by the headings of the Excel list where it has them. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ["code", "代码"],
  ["name", "名称"],
  ["aliases", "简称"],
  ["timeZone", "时区"],
  ["workingHours", "上班时间"],
  ["duties", "职责"],
  ["level", "级别"],
  ["trackedBy", "对口部门"],
  ["department", "单位"],
  ["enterprise", "企业"],
  ["keywords", "关键词"],
  ["answerDays", "答复天数"],
  ["role", "角色"],
  ["wecom", "企业微信账号"],
  ["dingtalk", "钉钉 userId"],
  ["phone", "手机"],
  ["platform", "平台"],
  ["chatId", "群编号"],
  ["audience", "用途"],
  ["webhook", "webhook"],
  ["secret", "加签密钥"],
  ["chat", "群"],
  ["kind", "种类"],
  ["cron", "时间"],
  ["title", "标题"],
  ["note", "结尾"],
  ["empty", "没有内容时是否发"],
  ["theme", "主题"],
  ["place", "地点"],
  ["off", "放假"],
  ["on", "上班"],
  ["limits", "期限"],
  ["categories", "各类别的期限"],
  ["ladder", "提醒步骤"],
  ["routing", "自动派单"],
]);

const DIGESTS: ReadonlyMap<string, string> = new Map([
  ["enterprise-weekly", "企业群周报"],
  ["department-daily", "部门日报"],
  ["supervision-weekly", "督办周报"],
  ["supervision-monthly", "督办月报"],
  ["coordinator-daily", "营商办日报"],
  ["common-weekly", "共性问题周报"],
]);

const ONE = /^(added|removed|changed) ([A-Za-z]+) (.*?)(?:: ([A-Za-z]+(?:, [A-Za-z]+)*))?$/su;
const SECTION = /^changed ([A-Za-z]+): ([A-Za-z]+(?:, [A-Za-z]+)*)$/u;
const DIGEST = /^(\S+) (?:to the coordinators|in chat (\S+))(?: \((\d+)\))?$/u;

const DONE: ReadonlyMap<string, string> = new Map([
  ["added", "新增"],
  ["removed", "去掉"],
  ["changed", "修改"],
]);

/** 新增单位 d1 经发局, 修改人员 李敏：手机、角色; a sentence that is not known here as it is. */
export function changeSentence(english: string): string {
  const section = SECTION.exec(english);
  if (section !== null) return `修改${partText(section[1])}：${fieldsText(section[2])}`;
  const one = ONE.exec(english);
  if (one === null) return english;
  const [, verb = "", part = "", label = "", fields] = one;
  // A name may hold a colon: only what was changed has fields behind it.
  const whole = verb === "changed" || fields === undefined ? label : `${label}: ${fields}`;
  const what = part === "digest" ? `「${digestText(whole)}」` : ` ${whole}`;
  return `${DONE.get(verb)}${partText(part)}${what}${verb === "changed" ? `：${fieldsText(fields)}` : ""}`;
}

/** How a part of the org file is called, as `src/org/differences.ts` names it. */
export function partText(part = ""): string {
  return PARTS.get(part) ?? part;
}

/** How a field of the org file is called. */
export function fieldText(field: string): string {
  return FIELDS.get(field) ?? field;
}

function fieldsText(fields = ""): string {
  return fields.split(", ").map(fieldText).join("、");
}

/** Which digest this is, by its key: 企业群周报（发到群 qiye）; `chatName`: how a chat of that code is called. */
export function digestText(key: string, chatName: (code: string) => string = (code) => code): string {
  const [, kind = "", chat, place] = DIGEST.exec(key) ?? [];
  if (kind === "") return key;
  const number = place === undefined ? "" : `，第 ${place} 个`;
  return `${DIGESTS.get(kind) ?? kind}（${chat === undefined ? "发给营商办" : `发到群 ${chatName(chat)}`}${number}）`;
}
