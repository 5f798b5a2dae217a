import type { AddressProblem } from "../english/settings.ts";

/** What the doctor says of the environment, in Chinese. */

export const ADDRESS_WORDS: Readonly<Record<AddressProblem, string>> = {
  "no-url": "这不是网址",
  scheme: "地址要以 https:// 或 wss:// 开头",
  user: "地址里不能带用户名和密码",
  "own-machine": "地址要是公网的，而这是本机",
  "closed-network": "地址要是公网的，而这是内网或保留地址",
};

/** Why a name of the environment is refused, without its value. */
export type Fault =
  | { readonly kind: "form"; readonly example: string; readonly found: "empty" | AddressProblem | null }
  | { readonly kind: "half"; readonly given: string; readonly example: string }
  | { readonly kind: "two-roads" | "stream-alone" | "sandbox-set" | "sandbox-by-itself" };

/** What each name should hold. */
export const EXPECTED = {
  HOST: "要监听的地址或主机名",
  PORT: "0 到 65535 的数字",
  PUBLIC_URL: "http 或 https 地址，后面不带参数",
  TRUST_PROXY: "程序前面有几层代理，0 到 9",
  DATABASE_URL: "postgres:// 开头的数据库地址",
  DATABASE_SCHEMA: "小写字母、数字和下划线，以字母开头",
  DATA_DIR: "文件夹",
  ORG_FILE: "机构文件的路径",
  SANDBOX: "on 或 off",
  SANDBOX_ROADS: "connection 或 callback",
  SANDBOX_IN_PRODUCTION: "yes 或 no",
  NODE_ENV: "一个词",
  LOG_LEVEL: "fatal、error、warn、info、debug、trace、silent 之一",
  WECOM_BOT_NAME: "机器人的显示名称",
  WECOM_BOT_TOKEN: "智能机器人回调的 Token，没有空格",
  WECOM_BOT_ENCODING_AES_KEY: "EncodingAESKey，43 位字母和数字",
  WECOM_BOT_CARDS: "on 或 off",
  WECOM_BOT_ID: "智能机器人长连接的 Bot ID",
  WECOM_BOT_SECRET: "智能机器人长连接的 Secret",
  WECOM_WS_URL: "长连接的地址",
  WECOM_CORP_ID: "企业 ID（CorpID）",
  WECOM_AGENT_ID: "应用的 AgentId，数字",
  WECOM_APP_SECRET: "应用的 Secret",
  WECOM_APP_TOKEN: "应用接收消息的 Token，没有空格",
  WECOM_APP_ENCODING_AES_KEY: "EncodingAESKey，43 位字母和数字",
  WECOM_API_BASE: "平台接口的地址",
  WECOM_CONNECT_BASE: "扫码创建机器人的地址",
  DINGTALK_BOT_NAME: "机器人的显示名称",
  DINGTALK_CLIENT_ID: "企业内部应用的 Client ID（AppKey）",
  DINGTALK_CLIENT_SECRET: "企业内部应用的 Client Secret（AppSecret）",
  DINGTALK_ROBOT_CODE: "机器人的 RobotCode",
  DINGTALK_MODE: "callback 或 stream",
  DINGTALK_CARD_TEMPLATE_ID: "卡片模板的 ID",
  DINGTALK_CARD_SECRET: "给卡片按钮签名的密钥，自己编",
  DINGTALK_API_BASE: "平台接口的地址",
  DINGTALK_OAPI_BASE: "平台接口的地址",
  REPORT_FORM: "on 或 off",
  PUBLIC_PAGE: "on 或 off",
  S3_ENDPOINT: "S3 兼容存储的地址",
  S3_BUCKET: "存储桶的名称：小写字母、数字、点和 -",
  S3_ACCESS_KEY_ID: "存储的 Access Key ID",
  S3_SECRET_ACCESS_KEY: "该 Access Key 的 Secret",
  S3_REGION: "存储所在的区域",
  S3_ADDRESSING: "path 或 host",
  SESSION_SECRET: "一段别人猜不到的长文字",
  AUDIT_KEY_FILE: "Ed25519 私钥文件（PEM）的路径",
} as const;

export function faultText(name: keyof typeof EXPECTED, fault: Fault): string {
  switch (fault.kind) {
    case "form": {
      const { found, example } = fault;
      const why = found === null ? "" : found === "empty" ? "；现在写了名字却没有值" : `；${ADDRESS_WORDS[found]}`;
      return `${name} 要填：${EXPECTED[name]}${why}${exampleText(example)}`;
    }
    case "half":
      return `设置了 ${fault.given}，就还要设置 ${name}（${EXPECTED[name]}）${exampleText(fault.example)}；不用的话请去掉 ${fault.given}`;
    case "two-roads":
      return "同一个机器人只能用一种方式：长连接（WECOM_BOT_ID、WECOM_BOT_SECRET）或回调（WECOM_BOT_TOKEN、WECOM_BOT_ENCODING_AES_KEY）。例如去掉 WECOM_BOT_TOKEN 和 WECOM_BOT_ENCODING_AES_KEY";
    case "stream-alone":
      return "DINGTALK_MODE=stream 还需要 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET：npm run connect -- dingtalk 会一步步带您设置";
    case "sandbox-set":
      return "NODE_ENV 是 production，而沙箱里谁都能以任何人的身份说话：请设 SANDBOX=off；如果只是演示，请设 SANDBOX_IN_PRODUCTION=yes";
    case "sandbox-by-itself":
      return "NODE_ENV 是 production，又没有配置任何平台：请配置一个平台（npm run connect）；如果只是演示，请设 SANDBOX_IN_PRODUCTION=yes";
  }
}

/** Only a value can be an example; a description of one is English. */
function exampleText(example: string): string {
  return example.includes(" ") ? "" : `，例如 ${example}`;
}

export function misspelledText(name: string, meant: string): string {
  return `茶叙不认识 ${name} 这个名字，写了也不起作用：是不是 ${meant}？`;
}

export const SECRET_SHORT_ZH =
  "SESSION_SECRET 不到 16 个字符，猜出它的人可以冒用任何人登录看板：请换一个更长的，或者去掉这一行，由程序生成并存在数据库里。";
export const SCHEMA_WITHOUT_DATABASE =
  "只设了 DATABASE_SCHEMA，没有设 DATABASE_URL，不起作用：内置数据库只有一处存放。";
export const CARDS_UNSIGNED =
  "DINGTALK_CARD_TEMPLATE_ID 没有作用：还要设置 DINGTALK_CARD_SECRET，用来分辨按钮是不是伪造的。";
export const CARDS_WITHOUT_TEMPLATE =
  "设置了 DINGTALK_CARD_SECRET，但没有 DINGTALK_CARD_TEMPLATE_ID：不会发出带按钮的卡片。";
export const CARDS_WITHOUT_BOT =
  "WECOM_BOT_CARDS 没有作用：它管机器人回复里的按钮，要先设置 WECOM_BOT_ID 或 WECOM_BOT_TOKEN。";

export const ROADS_WITHOUT_SANDBOX_ZH = "SANDBOX_ROADS 没有作用：沙箱里、没有配置真实平台时，才有模拟的平台。";

export const NOTHING_RECEIVED = "SANDBOX 是 off，又没有配置任何平台：收不到任何消息。";
