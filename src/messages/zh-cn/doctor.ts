import type { DigestName } from "../../domain/park/org.ts";
import { type DoctorWords, hookName } from "../english/doctor.ts";
import { COMMAND_WORDS } from "./commands.ts";
import { CONSOLES } from "./consoles.ts";
import { orgSentence } from "./org-sentences.ts";
import { ADDRESS_WORDS } from "./settings.ts";
import { databaseFaults, endingSentence } from "./tool-endings.ts";

/** What the doctor says, in Chinese. */

const DIGESTS_LACKED: Readonly<Record<DigestName, string>> = {
  "enterprise-weekly": "企业群看不到每周进展",
  "department-daily": "各单位没有每日待办",
  "supervision-weekly": "督办群没有每周清单",
  "supervision-monthly": "月报和记录指纹不会自动发到督办群",
  "coordinator-daily": "营商办没有每日提示",
  "common-weekly": "不会每周自动向营商办提出可能的共性问题",
};

export const DOCTOR_ZH: DoctorWords = {
  usage: `用法：
  npm run doctor                    检查环境变量、机构文件、数据库、平台和日历；不改动任何东西，也不发消息
  npm run doctor -- --lang zh|en    用中文或英文显示；不写时用系统的语言`,
  labels: { ok: "正常", note: "提示", fail: "有误" },
  steps: {
    environment: "环境变量",
    "org file": "机构文件",
    reach: "消息送达",
    database: "数据库",
    files: "附件",
    platforms: "平台",
    address: "公网地址",
    wecom: "企业微信",
    dingtalk: "钉钉",
    clock: "时钟",
    calendar: "日历",
  },
  verdict: (failures, notes) => {
    const asWell = notes === 0 ? "" : `，另有 ${notes} 条提示`;
    if (failures === 0) return `没有妨碍茶叙运行的问题${asWell}。`;
    return `${failures} 处有误${asWell}：请改好标着「有误」的地方，再运行一次。`;
  },

  environmentRight: () => "各项设置的格式都对",
  notLookedAt: () => "环境变量改好之后再检查",

  databaseHeld: (folder) => `内嵌数据库 ${folder} 正由运行中的茶叙使用，因此不打开检查`,
  databaseToMake: (folder) => `第一次启动时会在 ${folder} 建立内嵌数据库`,
  databaseForTrials: () =>
    "内嵌数据库只供试用，断电可能丢数据。正式使用请安装 PostgreSQL，并在 .env 里设置 DATABASE_URL",
  databaseFault: (code, message) => `${databaseFaults.get(code) ?? "数据库不能用"}。程序的说明：${message}`,
  databaseName: (version, folder) => (folder === undefined ? `PostgreSQL ${version}` : `内嵌数据库 ${folder}`),
  databaseEncoding: (name, encoding) => `${name} 的编码是 ${encoding}，存不了中文：请用 encoding 'UTF8' 重新建库`,
  databaseNewer: (name) => `${name} 已被更新版本的茶叙升级过：请先更新本程序再启动`,
  databaseGrant: (name) =>
    `${name} 不允许这个用户建表，而每次启动都要用到：请授予他在该库以及 public、drizzle 两个 schema 上的 create 权限，或设他为所有者`,
  databaseWhole: (name, known) => `${name} 可以连接，${known} 个升级步骤都已完成`,
  databaseEmpty: (name) => `${name} 可以连接，还是空的：第一次启动时会建表`,
  databaseOlder: (name, applied, known) =>
    `${name} 可以连接，已完成 ${applied}/${known} 个升级步骤：下次启动时完成其余的`,
  databaseOfAnother: (name, origin) =>
    origin === "simulation"
      ? `${name} 是沙箱试用时用过的，里面的诉求和已算发过的简报会被当成园区自己的。请在 .env 里把 DATA_DIR 换成别的目录、把 DATABASE_URL 换成空的库，或者先把旧的移走`
      : `${name} 是正式园区的，而现在没有配置平台，沙箱会写进去。请配置平台，或者给沙箱换一个 DATA_DIR 或 DATABASE_URL`,
  replicas:
    "同时运行多个副本时，看板的登录密钥存在数据库里共用；如果设置了 SESSION_SECRET，各副本要设成一样的。另外要共用图片和文件；AUDIT_KEY_FILE 要相同，或者共用 DATA_DIR，记录指纹才由同一把密钥签名。",

  filesKept: (name) => `图片和文件存在 ${name}：放进、读出、删除都试过了`,
  filesInFolder: (name) => `图片和文件存在 ${name}`,
  filesToMake: (name) => `图片和文件存在 ${name}，收到第一个时建立`,
  filesOfReplicas: () =>
    "同时运行多个副本时，图片和文件要放在共用的 DATA_DIR，或者 S3 兼容的存储（S3_ENDPOINT），见 docs/zh-CN/files.md",
  filesOtherwise: (name) => `放进 ${name} 的内容读出来不一样，图片和文件存不住`,
  filesFolderFault: (name, why) => `图片和文件存不进 ${name}（${why}）：请让程序能写这个目录，或者换一个 DATA_DIR`,
  filesStoreFault: (name, why) =>
    `图片和文件存不进 ${name}（${why}）：请检查 S3_ENDPOINT、S3_BUCKET、S3_REGION、S3_ADDRESSING 和密钥，密钥要能写、读、删`,

  orgUnreadable: (message) => `${endingSentence("org-file", message)}请改正 .env 里的 ORG_FILE`,
  orgUnknown: () => "没有设置 ORG_FILE，数据库又问不到，所以不知道生效的是哪个机构文件",
  orgApplied: () => "上次生效的机构文件",
  orgBelowBoard: (path) =>
    `看板上做的改动仍然生效，${path} 里没有：请从看板的「管理」页导出现在生效的文件，或运行 npm run org -- apply ${path} 看有哪些不同`,
  orgSample: () => "示例园区",
  orgSampleAdvice: () => "现在用的是示例园区，只供试用：请写好自己园区的机构文件，并设置 ORG_FILE",
  orgError: (name, { line, path, message }) =>
    `${name} 第 ${line} 行${path === "" ? "" : `，${path}`}：${orgSentence(message)}`,
  orgFine: (name, park, { departments, enterprises, people, chats }) =>
    `${/[!-~]$/.test(name) ? `${name} ` : name}没有错误：${park}，${departments} 个单位，${enterprises} 家企业，${people} 人，${chats} 个群`,
  orgWarning: ({ line, path, message }) => `第 ${line} 行，${path}：${orgSentence(message)}`,
  orgWarnings: (sentence, times, lines) => `同样的提示有 ${times} 条：${orgSentence(sentence)}（第 ${lines} 行）`,
  orgMoreWarnings: (count) => `还有 ${count} 条：npm run org -- check 文件名 可以全部列出`,

  calendarUnknown: () => "没有检查：园区的放假安排写在机构文件里",
  calendarMissing: (year) => `没有 ${year} 年的放假安排：期限只能按周一到周五计算。${holidayAdvice(year)}`,
  calendarThisYear: (year) => `已知 ${year} 年的放假安排`,
  calendarNextYear: (year) =>
    `没有 ${year} 年的放假安排，而期限已经会算到那一年：只能按周一到周五计算。${holidayAdvice(year)}`,
  calendarKnown: (year) => `放假安排已知到 ${year} 年底`,

  clockRight: (host) => `本机时间与 ${host} 一致`,
  clockWrong: (host, minutes, isAhead) =>
    `本机时间比 ${host} ${isAhead ? "快" : "慢"} ${minutes} 分钟：请打开时间同步（timedatectl set-ntp true，或 chrony）`,

  few: (names, more) => (more === 0 ? names.join("、") : `${names.join("、")} 等 ${names.length + more} 个`),
  departmentsWithoutWay: (count, names) =>
    `${count} 个单位既没有群，也没有能收到私信的人，有事只能请营商办转告：${names}`,
  groupsWithoutWay: (count, names) =>
    `${count} 个钉钉群没有 webhook，又没有设置 DINGTALK_CLIENT_ID，发不了消息：${names}`,
  liaisonsWithoutRoad: (count, names) =>
    `${count} 位企业联络员收不到私信：公开的诉求在群里通知；代录的诉求在群里 @ 一下，不说内容；保密的诉求要自己发「${COMMAND_WORDS.mine.usage}」才看得到：${names}`,
  nobodyLeads: () => "机构文件里没有领导：第二次延期和挂账没有人能批",
  coordinatorsWithoutAccount: () =>
    "营商办人员都没有平台账号，没有人能在聊天里核实别人：请其中一位私聊机器人发「我是 姓名 手机号」，再在本机运行 npm run org -- recognise 姓名",
  noSupervision: () => "没有督办群（audience: supervision）：超期的诉求不会在任何群里显示",
  officesWithoutRoad: (count, hasSupervision, names) =>
    `${count} 位营商办人员或领导收不到私信，${hasSupervision ? "改在督办群里通知" : "又没有督办群，没有人通知他们"}：${names}`,
  digestsMissing: (named) =>
    `机构文件里没有这些汇报：${named.map(([kind]) => `${kind}（${DIGESTS_LACKED[kind]}）`).join("、")}`,
  groupWithoutWebhook: (name, code) =>
    `企业微信群「${name}」没有 webhook，在那里不能真正 @ 到人。请打开该群的「${CONSOLES.wecomWebhook}」，把地址写进 .env（名字自己取），再在机构文件的群 ${code} 下写上这个名字，例如 webhook: "\${${hookName(code)}}"`,
  groupsWithoutWebhook: (more) => `另有 ${more} 个企业微信群没有 webhook`,
  peopleWithoutId: (count, names) =>
    `${count} 人没有任何平台的账号，机器人不认识他们，消息也送不到。不用收集账号：请各人私聊机器人发「我是 姓名 手机号」，再由营商办发「核实 姓名」：${names}`,

  simulated: (platform) => `未启用：由沙箱模拟，什么都不会发到外面。要接入真的，运行 npm run connect -- ${platform}`,
  publicUrl: (url, problem) =>
    `PUBLIC_URL 现在是 ${url}：${ADDRESS_WORDS[problem]}。平台要从互联网访问它，请改成公网的 https 地址，例如 https://chaxu.example.gov.cn；没有公网地址就改用长连接（npm run connect）`,
  linksStayInside: (url) =>
    `PUBLIC_URL 是 ${url}，不是公网的 https 地址。各平台都由本机主动连接，所以不影响收发；只是图片和月报的链接只有能访问该地址的人才打得开`,
  callbackAddress: (page, address) => `请在「${page}」填写这个地址：${address}`,
  cardAddress: (address) => `卡片按钮的回调地址是 ${address}：请让反向代理放行`,
  webhooks: (count) => `${count} 个群 webhook 的格式都对；没有发消息`,
};

function holidayAdvice(year: number): string {
  return `请更新茶叙，或等国务院公布后写进机构文件：holidays: { off: ["${year}-01-01"], on: [] }`;
}
