import { CONSOLES } from "../zh-cn/consoles.ts";
import { withCauses } from "./causes.ts";

/** What `npm run connect` says, in English. The type of it is what the Chinese form has to say. */

export const CONNECT_EN = {
  connectUsage: `How to use it:
  npm run connect -- wecom               makes a WeCom bot by one scan and writes .env; no public address is needed
  npm run connect -- wecom --by-hand     the same without the scan: names the console page and asks for the values
  npm run connect -- dingtalk            names each console page, asks for the values and writes .env
With --lang zh or --lang en in Chinese or English; otherwise in the language of the system.`,
  connectUnknown: (platform: string) => `${platform} is not known: it may be wecom or dingtalk.`,
  connectIntro: (platform: string) =>
    `This connects Chaxu with ${platform}. Nothing is written before the end; Ctrl-C leaves everything as it was.`,
  wecomName: "WeCom",
  dingtalkName: "DingTalk",
  stopped: "Stopped. Nothing was changed.",
  sayYesOrNo: "Please answer y (yes) or n (no).",
  yesOrNo: (question: string, preset: boolean) => `${question} [${preset ? "Y/n" : "y/N"}] `,

  replaceSet: (names: string) => `${names} is set already. Replace what is there?`,
  callbackInTheWay: (names: string) =>
    `This bot is configured by callback (${names}), and a bot has one road. Make comments of these lines, so that the long connection is used?`,
  setOutside: (names: string) =>
    `${names} is set in the environment itself, which wins over .env: change it there, or take it away.`,

  scanStep: "Scan this with WeCom on a telephone, as a super administrator, and agree to make the bot:",
  scanAddress: (url: string) => `or open it in a browser: ${url}`,
  scanWaits: (minutes: number) => `Waiting for the scan, up to ${minutes} minutes …`,
  scanDone: "The bot is made.",
  scanFailed: {
    unreached: (reason: string) => `The scan is not possible from here: ${withCauses(reason)}.`,
    refused: (reason: string) => `WeCom refused to make a bot by scan (${reason}).`,
    unknown: () => "WeCom answered something that this program does not know; perhaps the scan was changed.",
    late: () => "Nobody scanned it in time.",
  },
  byHand: "So by hand:",
  wecomSteps: [
    `Sign in to work.weixin.qq.com as a super administrator and open ${CONSOLES.wecomBot}.`,
    `${CONSOLES.wecomCreateBot}, and choose ${CONSOLES.wecomUseLongConnection}.`,
    "Copy the Bot ID and the Secret; they are asked for here.",
  ],
  askBotId: "Bot ID: ",
  askBotSecret: "Secret (not shown while you type): ",
  askBotName: (preset: string) => `The name that people mention [${preset}]: `,
  badBotName: "A name has 1 to 64 characters and no control characters. Again, please.",
  notRight: (what: string) => `That is not right: ${what}`,
  wecomNext: [
    `${CONSOLES.wecomVisible}: let everybody see the bot who should be able to mention it (${CONSOLES.wecomBot}).`,
    `Add it to each group: ${CONSOLES.wecomAddToGroup}.`,
    `Make a webhook for each group, so that people can be alerted by name: ${CONSOLES.wecomWebhook}.`,
  ],

  dingtalkSteps: [
    `Open ${CONSOLES.dingtalkApps} and choose ${CONSOLES.dingtalkCreateApp}.`,
    `Give it a robot: ${CONSOLES.dingtalkRobot}. Under ${CONSOLES.dingtalkRobotMode} choose ${CONSOLES.dingtalkStream}.`,
    `Apply for the permission: ${CONSOLES.dingtalkPermissions}.`,
    `Publish it: ${CONSOLES.dingtalkPublish}. Until it is published nobody finds the robot.`,
    `Copy Client ID and Client Secret from ${CONSOLES.dingtalkCredentials}; they are asked for here.`,
  ],
  askClientId: "Client ID (AppKey): ",
  askClientSecret: "Client Secret (AppSecret, not shown while you type): ",
  checking: "Asking DingTalk whether they are right …",
  writeAnyway: "They could not be checked now. Write them all the same?",
  dingtalkNext: [`Add the robot to each group: ${CONSOLES.dingtalkAddToGroup}.`],

  useOrgFile: "There is an org.yaml here. Use it as the org file?",
  orgFileMissing: [
    "There is no org file yet. An empty list to fill in, with departments, companies, people and groups:",
    "  npm run org -- template list.xlsx",
    "  npm run org -- import list.xlsx --into org.yaml",
    "Then put ORG_FILE=./org.yaml into .env. Until then the sample park is in force.",
  ],
  nothingToWrite: (path: string) => `${path} holds all of it already.`,
  written: (path: string, names: string) => `${path} is written: ${names}.`,
  nextSteps: "What is left to do:",
  doctorNow: "And now the doctor:",
  envUnwritable: (path: string, reason: string) =>
    `${path} cannot be written (${reason}). Nothing was changed: give this user the right to write in this folder, and try again.`,
};

export type ConnectWords = typeof CONNECT_EN;
