import type { ConnectWords } from "../english/connect.ts";
import { reasonText } from "./causes.ts";
import { CONSOLES } from "./consoles.ts";

/** What `npm run connect` says, in Chinese. */

/** What is taken for a yes or a no, in either language, in small letters. */
export const YES_WORDS: ReadonlySet<string> = new Set(["y", "yes", "是", "好", "要"]);
export const NO_WORDS: ReadonlySet<string> = new Set(["n", "no", "否", "不", "不要"]);

export const CONNECT_ZH: ConnectWords = {
  connectUsage: `用法：
  npm run connect -- wecom               扫一次码创建企业微信机器人，并写好 .env；不需要公网地址
  npm run connect -- wecom --by-hand     不扫码：告诉您打开哪个页面，再填入页面上的值
  npm run connect -- dingtalk            告诉您依次打开哪些页面，填入页面上的值，并写好 .env
加 --lang zh 或 --lang en 可以选择中文或英文；不写时用系统的语言。`,
  connectUnknown: (platform) => `不认识 ${platform}：可以写 wecom（企业微信）或 dingtalk（钉钉）。`,
  connectIntro: (platform) => `下面把茶叙接入${platform}。最后一步才写文件，中途按 Ctrl-C 退出，什么都不会改。`,
  wecomName: "企业微信",
  dingtalkName: "钉钉",
  stopped: "已停止，什么都没有改。",
  sayYesOrNo: "请回答 y（是）或 n（否）。",
  yesOrNo: (question, preset) => `${question} [${preset ? "Y/n" : "y/N"}] `,

  replaceSet: (names) => `已经设置了 ${names}。要换成新的吗？`,
  callbackInTheWay: (names) =>
    `这个机器人现在用回调（${names}），而一个机器人只能用一种方式。要把这几行改成注释、改用长连接吗？`,
  setOutside: (names) => `系统环境变量里设置了 ${names}，它比 .env 优先：请在系统环境变量里修改或去掉。`,

  scanStep: "请超级管理员用手机企业微信扫这个二维码，并同意创建机器人：",
  scanAddress: (url) => `也可以用浏览器打开：${url}`,
  scanWaits: (minutes) => `等待扫码，最多 ${minutes} 分钟……`,
  scanDone: "机器人已创建。",
  scanFailed: {
    unreached: (reason) => `从这台机器上没法扫码创建：${reasonText(reason)}。`,
    refused: (reason) => `企业微信没有同意扫码创建（${reason}）。`,
    unknown: () => "企业微信的回答本程序看不懂，扫码的接口可能改了。",
    late: () => "没有等到扫码。",
  },
  byHand: "请手动创建：",
  wecomSteps: [
    `超级管理员登录 work.weixin.qq.com，打开「${CONSOLES.wecomBot}」。`,
    `依次选「${CONSOLES.wecomCreateBot}」，再选「${CONSOLES.wecomUseLongConnection}」。`,
    "复制页面上的 Bot ID 和 Secret，下面要填。",
  ],
  askBotId: "Bot ID：",
  askBotSecret: "Secret（输入时不显示）：",
  askBotName: (preset) => `大家 @ 机器人时用的名字 [${preset}]：`,
  badBotName: "名字要有 1 到 64 个字，不能有控制字符。请再填一次。",
  notRight: (what) => `不对：${what}`,
  wecomNext: [
    `${CONSOLES.wecomVisible}：让所有要用机器人的人都能看到它（${CONSOLES.wecomBot}）。`,
    `把它加进每个群：${CONSOLES.wecomAddToGroup}。`,
    `给每个群建一个 webhook，才能真正 @ 到人：${CONSOLES.wecomWebhook}。`,
  ],

  dingtalkSteps: [
    `打开「${CONSOLES.dingtalkApps}」，选「${CONSOLES.dingtalkCreateApp}」。`,
    `添加机器人：「${CONSOLES.dingtalkRobot}」。「${CONSOLES.dingtalkRobotMode}」选「${CONSOLES.dingtalkStream}」。`,
    `申请权限：「${CONSOLES.dingtalkPermissions}」。`,
    `发布：「${CONSOLES.dingtalkPublish}」。发布之前谁也找不到机器人。`,
    `在「${CONSOLES.dingtalkCredentials}」复制 Client ID 和 Client Secret，下面要填。`,
  ],
  askClientId: "Client ID（AppKey）：",
  askClientSecret: "Client Secret（AppSecret，输入时不显示）：",
  checking: "正在向钉钉核对……",
  writeAnyway: "现在核对不了。还是照样写入吗？",
  dingtalkNext: [`把机器人加进每个群：${CONSOLES.dingtalkAddToGroup}。`],

  useOrgFile: "这里有一个 org.yaml。用它作机构文件吗？",
  orgFileMissing: [
    "还没有机构文件。先生成一张空表，填好单位、企业、人员和群：",
    "  npm run org -- template list.xlsx",
    "  npm run org -- import list.xlsx --into org.yaml",
    "然后在 .env 里写上 ORG_FILE=./org.yaml。在此之前用的是示例园区。",
  ],
  nothingToWrite: (path) => `${path} 里已经都有了。`,
  written: (path, names) => `已写入 ${path}：${names}。`,
  nextSteps: "接下来还要做：",
  doctorNow: "下面做一次检查：",
  envUnwritable: (path, reason) =>
    `${path} 写不进去（${reason}）。什么都没有改：请让当前用户能写这个文件夹，再试一次。`,
};
