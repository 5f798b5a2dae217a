/** The park of the run: companies, units, groups of both platforms, and digests that come three times an hour. */

interface Liaison {
  readonly name: string;
  readonly enterprise: string;
  readonly wecom?: string;
  readonly dingtalk?: string;
}

const LIAISONS: readonly Liaison[] = [
  { name: "周长友", enterprise: "zhongsu", wecom: "zhou", dingtalk: "0310021" },
  { name: "唐小满", enterprise: "xianghui", wecom: "tang" },
  { name: "欧阳雪", enterprise: "liyuan", wecom: "ouyang", dingtalk: "0310023" },
  { name: "贺新民", enterprise: "hengtong", dingtalk: "0310024" },
  { name: "邓秋生", enterprise: "xianghui", dingtalk: "0310025" },
];

/** Units, each with what falls to it, and the group in which it hears. */
export const UNITS = [
  { code: "power", name: "供电公司", keyword: "停电", platform: "dingtalk", chatId: "cidPower==" },
  { code: "water", name: "自来水公司", keyword: "停水", platform: "wecom", chatId: "wrkWater" },
  { code: "roads", name: "市政管理处", keyword: "路灯", platform: "dingtalk", chatId: "cidRoads==" },
] as const;

const OFFICERS = [
  { name: "王建国", unit: "power", account: `dingtalk: "0254571"` },
  { name: "陈立", unit: "water", account: "wecom: chenli" },
  { name: "罗海", unit: "roads", account: `dingtalk: "0254573"` },
] as const;

function account({ wecom, dingtalk }: Liaison): string {
  return [...(wecom === undefined ? [] : [`wecom: ${wecom}`]), ...(dingtalk ? [`dingtalk: "${dingtalk}"`] : [])].join(
    ", ",
  );
}

/** The org file; `${WECOM}` and `${DINGTALK}` are the bases of the platforms' webhooks. */
export const CHAOS_ORG = `
park: { name: 园区 }
departments:
${UNITS.map(({ code, name }) => `  - { code: ${code}, name: ${name} }`).join("\n")}
categories:
${UNITS.map(({ code, keyword }) => `  - { code: ${code}, name: ${keyword}, department: ${code}, keywords: [${keyword}] }`).join("\n")}
enterprises:
  - { code: zhongsu, name: 湖南中塑科技有限公司 }
  - { code: xianghui, name: 湘辉食品有限公司 }
  - { code: liyuan, name: 利源电子有限公司 }
  - { code: hengtong, name: 恒通物流有限公司 }
people:
${LIAISONS.map((one) => `  - { name: ${one.name}, role: liaison, enterprise: ${one.enterprise}, ${account(one)} }`).join("\n")}
${OFFICERS.map((one) => `  - { name: ${one.name}, role: officer, department: ${one.unit}, ${one.account} }`).join("\n")}
  - { name: 李敏, role: coordinator, dingtalk: limin }
chats:
  - { code: qiye, platform: wecom, chatId: wrkQiye, name: 企业一群, audience: enterprise, webhook: "\${WECOM}/cgi-bin/webhook/send?key=qiye" }
  - { code: qiye2, platform: wecom, chatId: wrkQiye2, name: 企业二群, audience: enterprise, webhook: "\${WECOM}/cgi-bin/webhook/send?key=qiye2" }
  - { code: qiye3, platform: dingtalk, chatId: "cidQiye==", name: 企业钉钉群, audience: enterprise }
  - { code: power, platform: dingtalk, chatId: "cidPower==", name: 供电群, audience: department, department: power }
  - { code: water, platform: wecom, chatId: wrkWater, name: 供水群, audience: department, department: water, webhook: "\${WECOM}/cgi-bin/webhook/send?key=water" }
  - { code: roads, platform: dingtalk, chatId: "cidRoads==", name: 市政群, audience: department, department: roads, webhook: "\${DINGTALK}/robot/send?access_token=roads" }
  - { code: duban, platform: dingtalk, chatId: "cidDuban==", name: 督办群, audience: supervision }
digests:
  - { chat: power, kind: department-daily, cron: "*/20 * * * *" }
  - { chat: water, kind: department-daily, cron: "*/20 * * * *" }
  - { chat: roads, kind: department-daily, cron: "10,30,50 * * * *" }
  - { chat: qiye3, kind: enterprise-weekly, cron: "15 * * * *" }
  - { chat: duban, kind: supervision-weekly, cron: "45 * * * *" }
  - { kind: coordinator-daily, cron: "5,25,45 * * * *" }
`;
