import type { ChatAudience, DigestName, PlatformName, Role } from "../../domain/park/org.ts";
import type { KeyOf, Section } from "./columns.ts";

/** How the sheets and columns of a list are headed: the first name is written, the others are understood. The last is English. */
export const HEADINGS: {
  readonly [S in Section]: {
    readonly sheet: readonly string[];
    readonly columns: Readonly<Record<KeyOf<S>, readonly string[]>>;
  };
} = {
  park: {
    sheet: ["园区", "park"],
    columns: { name: ["园区名称", "名称", "name"], workingHours: ["上班时间", "工作时间", "workingHours"] },
  },
  departments: {
    sheet: ["单位", "部门", "责任单位", "departments"],
    columns: {
      name: ["名称", "单位名称", "单位", "部门", "部门名称", "name"],
      aliases: ["简称", "别名", "aliases"],
      duties: ["职责", "单位职责", "主要职责", "工作职责", "duties"],
      level: ["级别", "层级", "level"],
      trackedBy: ["对口部门", "对口单位", "对口跟踪部门", "trackedBy"],
      code: ["代码", "编码", "code"],
    },
  },
  categories: {
    sheet: ["诉求类别", "类别", "责任清单", "categories"],
    columns: {
      name: ["类别", "名称", "类别名称", "诉求类别", "name"],
      department: ["责任单位", "单位", "责任部门", "部门", "department"],
      keywords: ["关键词", "关键字", "keywords"],
      answerDays: ["答复天数", "答复时限", "answerDays"],
      aliases: ["别名", "简称", "aliases"],
      code: ["代码", "编码", "code"],
    },
  },
  enterprises: {
    sheet: ["企业", "企业名单", "enterprises"],
    columns: {
      name: ["企业名称", "名称", "企业", "企业全称", "name"],
      aliases: ["简称", "别名", "企业简称", "aliases"],
      code: ["代码", "编码", "code"],
    },
  },
  people: {
    sheet: ["人员", "人员名单", "通讯录", "people"],
    columns: {
      name: ["姓名", "名字", "name"],
      role: ["角色", "身份", "role"],
      unit: ["单位/企业", "单位", "企业", "部门", "所属单位", "单位或企业", "unit"],
      phone: ["手机", "电话", "手机号", "联系电话", "手机号码", "phone"],
      wecom: ["企业微信账号", "企业微信", "企业微信userId", "wecom"],
      dingtalk: ["钉钉 userId", "钉钉", "钉钉账号", "dingtalk"],
    },
  },
  chats: {
    sheet: ["群", "群聊", "工作群", "chats"],
    columns: {
      name: ["名称", "群名", "群名称", "name"],
      platform: ["平台", "platform"],
      audience: ["用途", "audience"],
      department: ["单位", "部门", "责任单位", "department"],
      chatId: ["群编号", "群ID", "会话编号", "chatId"],
      webhook: ["webhook", "webhook地址", "群机器人地址"],
      secret: ["加签密钥", "加签", "secret"],
      code: ["代码", "编码", "code"],
    },
  },
  digests: {
    sheet: ["汇报", "定时汇报", "digests"],
    columns: {
      chat: ["群", "群名", "群名称", "chat"],
      kind: ["种类", "类型", "kind"],
      cron: ["时间", "发送时间", "cron"],
      title: ["标题", "title"],
      note: ["结尾", "结尾的话", "note"],
    },
  },
};

/** What is chosen in a column: the first word is written, the others are understood, and so is the value itself. */
export const CHOICES: {
  readonly level: Readonly<Record<"park" | "city", readonly string[]>>;
  readonly role: Readonly<Record<Role, readonly string[]>>;
  readonly platform: Readonly<Record<PlatformName, readonly string[]>>;
  readonly audience: Readonly<Record<ChatAudience, readonly string[]>>;
  readonly kind: Readonly<Record<DigestName, readonly string[]>>;
} = {
  level: { park: ["园区", "区级", "园区部门"], city: ["市级", "市直", "市直单位"] },
  role: {
    liaison: ["企业联络员", "联络员", "企业"],
    officer: ["经办人", "经办", "工作人员"],
    head: ["负责人", "单位负责人", "部门负责人"],
    coordinator: ["协调员", "营商办", "园区协调员"],
    leader: ["领导", "园区领导"],
    admin: ["管理员"],
  },
  platform: { wecom: ["企业微信", "企微"], dingtalk: ["钉钉"] },
  audience: { enterprise: ["企业群", "企业"], department: ["部门群", "单位群"], supervision: ["督办群", "督办"] },
  kind: {
    "enterprise-weekly": ["企业群周报", "企业周报"],
    "department-daily": ["部门日报", "单位日报"],
    "supervision-weekly": ["督办周报"],
    "supervision-monthly": ["督办月报", "月报"],
    "coordinator-daily": ["营商办日报", "营商办每日提示"],
    "common-weekly": ["共性问题周报", "共性问题建议"],
  },
};

/** The sheet that says how the others are filled in. */
export const ABOUT = "说明";

/** A row with this in front of its first cell only shows how to fill in the others. */
export const EXAMPLE = "示例：";

export function isExample(text: string): boolean {
  return /^[（(【[]?(?:示例|例)[：:）)】\]]/u.test(text);
}

/** 经发局、经济局: what is divided in one cell. */
export const DIVIDERS = /[、，,；;\n]+/u;

/** Whether a heading is written in Chinese: then what is wrong is said in Chinese, too. */
export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

const WEEKDAYS = "日一二三四五六";

/** 每周五 17:00, 工作日 08:30, 每天 8:30 as plain cron; anything else as it is. */
export function cronOf(text: string): string {
  const match =
    /^(每天|每日|工作日|每个工作日|(?:每周|每星期|周|星期)([一二三四五六日天])) ?(\d{1,2})[:点时](\d{2})?分?$/u.exec(
      text.normalize("NFKC").trim(),
    );
  if (match === null) return text;
  const [, day = "", weekday, hour = "", minute = "0"] = match;
  const place = weekday === undefined ? (day.includes("工作日") ? "1-5" : "*") : weekdayNumber(weekday);
  return `${Number(minute)} ${Number(hour)} * * ${place}`;
}

function weekdayNumber(weekday: string): string {
  return String(WEEKDAYS.indexOf(weekday === "天" ? "日" : weekday));
}

/** 08:30—12:00，14:30至17:30 as the org file writes it. */
export function hoursOf(text: string): readonly string[] {
  return text
    .normalize("NFKC")
    .split(DIVIDERS)
    .flatMap((part) => {
      const span = part.replace(/\s*(?:至|到|~|～|—|–|-)+\s*/gu, "-").trim();
      return span === "" ? [] : [span.replace(/(?<!\d)(\d)(?=:)/gu, "0$1")];
    });
}
