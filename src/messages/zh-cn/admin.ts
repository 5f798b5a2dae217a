import type { ClockName } from "../../domain/park/org.ts";
import { orgSentence } from "./org-sentences.ts";

/** The pages on which the org is kept: units, categories, companies, people, groups, digests, limits. */

export const ADMIN = {
  title: "管理",
  record: "改动记录",
  policy: "办理期限",
  files: "导入和导出",
  search: "搜索",
  words: "字词",
  add: "新增",
  change: "修改",
  save: "保存",
  remove: "删除",
  into: "先把用到它的内容改到",
  intoNone: "不改（有内容用到它时不能删除）",
  back: "返回列表",
  earlier: "上一页",
  later: "下一页",
  older: "更早的",
  choose: "请选择",
  none: "（无）",
  isSet: "已设置",
  notSet: "没有设置",
  takeAway: "去掉现在的",
  keepHidden: "不显示；留空则不变",
  yes: "发",
  no: "不发",
  usual: "按默认",
  codeHint: "可不填，由程序生成；以后不能改",
  listHint: "几个之间用顿号隔开",
  cronHint: "例如：每周五 17:00、工作日 08:30，或五段 cron",
  account: "账号",
  nobody: "没有账号",
  wrong: "没有保存，请改正：",
  nothing: "这里还没有内容。",
  noneFound: "没有符合的。",
  unchanged: "没有不同，什么都没改。",
  onlyLook: "您可以看，改动请找管理员。",
  gone: "这一项已经不在了。",
} as const;

/** The kinds of what there is, each with its page. */
export const KIND_NAMES = {
  departments: "单位",
  categories: "诉求类别",
  companies: "企业",
  people: "人员",
  chats: "群",
  digests: "汇报",
} as const;

export const countText = (shown: number, all: number) =>
  shown === all ? `共 ${all} 项` : `找到 ${shown} 项，共 ${all} 项`;
export const pageText = (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`;

export const FIELD_NAMES: Readonly<Record<string, string>> = {
  enterprise: "企业",
  department: "单位",
  empty: "没有内容时",
};

export const added = (kind: string, name: string) => `已新增${kind}「${name}」，立即生效。`;
export const changed = (kind: string, name: string) => `已修改${kind}「${name}」，立即生效。`;
export const removed = (kind: string, name: string) => `已删除${kind}「${name}」，立即生效。`;

/** Behind what was done: what is doubtful of it. */
export const mindThat = (sentence: string) => `请注意：${sentence}`;

/** A form of before somebody else changed the same. */
export const changedMeanwhile = (who: string, at: string) =>
  `${who}已在 ${at} 改过这一项。没有保存您的改动；下面是现在的内容，请重新填写。`;
export const orgChangedMeanwhile = (who: string, at: string) =>
  `${who}已在 ${at} 改过机构。没有导入；请重新上传，再看一遍会改什么。`;
export const OPERATOR = "运维人员";
export const SOMEBODY = "有人";

/** Why somebody may not make this change. */
export const FORBIDDEN = {
  part: "营商办只能改企业、人员和群；单位、诉求类别、汇报、期限和导入请找管理员。",
  role: "营商办、领导和管理员这几种角色，只有管理员能新增、修改和删除。",
  lastAdmin: "这样就没有能登录的管理员了：请先新增另一位管理员，并填写账号。",
} as const;

export const variableSentence = (text: string) =>
  `「${text}」：只有群的 webhook 和加签密钥里可以写 \${名字}，其他内容请直接写出来。`;

export interface UsedBy {
  readonly label: string;
  readonly names: readonly string[];
}

const MOST_NAMES = 8;

/** 「供电公司」还不能删除：人员 王建国、刘洋；群 供电公司群。… */
export function stillUsed(name: string, uses: readonly UsedBy[]): string {
  const told = uses.map(({ label, names }) => {
    const more = names.length > MOST_NAMES ? `等 ${names.length} 个` : "";
    return `${label} ${names.slice(0, MOST_NAMES).join("、")}${more}`;
  });
  return `「${name}」还不能删除，这些内容用到它：${told.join("；")}。请在删除时选好改到哪里，或先逐个改好。`;
}
export const TRACKED_UNITS = "对口跟踪的单位";
export const THEME_DAY = "主题日";
export const DIGEST_OF = (count: number) => [`${count} 个`];

export const ROLE_NEEDS = (role: string, field: string) => `角色是「${role}」，请选好${field}`;

/** What the check says of a form, where its sentence is for who writes the file. */
const OF_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^is missing: write one of .*$/, "请选择"],
  [/^is missing: .*$/, "请填写"],
  [/^is empty: .*$/, "请填写"],
  [/^is a chat of the audience department, which needs .*$/, "部门群要选好单位"],
  [/^is only for a city unit: .*$/, "只用于市级单位：级别请选市级，或不选对口部门"],
  [/^is a [a-z-]+, which needs `chat:` .*$/, "要选好发到哪个群"],
  [/^must be a telephone number .*$/, "要写电话号码：5 到 18 位数字，中间可以有空格或 -，例如 0746-8880001"],
  [/^names a department\b.* that is not in the file.*$/s, "没有这个单位：请写名称、简称或代码"],
  [/^names a enterprise\b.* that is not in the file.*$/s, "没有这个企业：请写名称、简称或代码"],
  [/^names a chat\b.* that is not in the file.*$/s, "没有这个群：请写名称或代码"],
  [/^[a-z-]+ is for a chat of the audience [a-z]+, and .*$/, "这种汇报不发到这种用途的群：请换一个群或一种汇报"],
  [/^must be plain cron with five fields .*$/, "要写时间，例如：每周五 17:00、工作日 08:30，或五段 cron"],
];

/** A sentence of the check for who filled a form in. */
export function formSentence(english: string): string {
  const found = OF_FORMS.find(([pattern]) => pattern.test(english));
  return found === undefined ? orgSentence(english) : found[1];
}

/** What each clock counts. */
export const CLOCK_WORDS: Readonly<Record<ClockName, { readonly name: string; readonly meaning: string }>> = {
  dispatch: { name: "派单", meaning: "从提出到派给单位" },
  sign: { name: "签收", meaning: "从派单到单位签收" },
  contact: { name: "联系企业", meaning: "从派单到第一次联系企业" },
  answer: { name: "答复", meaning: "从派单到答复" },
  assist: { name: "协办", meaning: "从请求协办到协办完成" },
  stage: { name: "阶段答复", meaning: "从上一次答复到下一次" },
  supplement: { name: "企业补充", meaning: "从请企业补充到补充完" },
  confirm: { name: "企业确认", meaning: "从答复到企业确认" },
};

export const POLICY = {
  lead: "按工作时间计：m 是分钟，h 是小时，d 是工作日，例如 30m、4h、7d。空着的按灰色的默认值。",
  clock: "期限",
  of: "适用于",
  all: "全部类别",
  show: "查看",
  saved: "办理期限已修改，立即生效；已经派出的诉求按原来的期限。",
  ofCategory: (name: string) => `只用于「${name}」；空着的按全部类别的期限。`,
} as const;

export const RECORD = {
  lead: "谁在什么时候改了什么。只增不改，每一条都接着上一条的摘要；npm run audit -- verify 核对它。电话号码只记一部分，密钥只记有没有。",
  nothing: "还没有记下改动。",
  more: (count: number) => `另有 ${count} 处`,
  onlyForm: "只改了写法或注释",
  exported: "导出了机构文件",
  added: "新增",
  removed: "删除",
  changed: "修改",
  nothingThere: "（空）",
} as const;

export const CHANGE_PLACES = {
  page: "网页",
  import: "网页导入",
  export: "网页",
  command: "命令行",
  start: "启动时的文件",
} as const;

/** 2026-11-16 机构文件.yaml */
export const exportName = (date: string) => `机构文件-${date}.yaml`;
export const EXPORT_NOTE = (names: readonly string[]) =>
  [
    "茶叙的机构文件，与导出时生效的内容相同。在聊天里核实的账号不在其中。",
    ...(names.length === 0
      ? []
      : [`密钥没有导出，由这些名字代替；用到别处时请把值写进那里的 .env：${names.join("、")}`]),
  ].map((line) => `# ${line}\n`);

export const FILES = {
  exportLead: "与现在生效的内容相同。密钥不在文件里，由 ${名字} 代替。导出会记入改动记录。",
  export: "导出机构文件（YAML）",
  import: "导入机构文件或名单",
  importLead:
    "上传机构文件（YAML），整个换成它；或上传 Excel 名单（npm run org -- template 生成的那种），把名单放进现在的机构里。先看会改什么，再确认。",
  file: "文件",
  look: "看会改什么",
  noFile: "请先选一个文件。",
  apply: "确认导入",
  willChange: "将会这样改：",
  notes: "没有导入的内容：",
  doubtful: "可能有问题的地方：",
  sameAsNow: "与现在生效的内容没有不同。",
  wrong: "文件里有错误，什么都没有改：",
  notText: "这个文件不是 UTF-8 的文字，也不是 .xlsx：请上传 YAML 机构文件或 .xlsx 名单。",
  tooLarge: "文件超过 10 MB，什么都没有改：机构文件和名单没有这么大。",
  badForm: "上传的内容读不了，什么都没有改。请重新选择文件。",
  over: "预览已经过期，或不是您的。请重新上传。",
  done: (count: number) => `已导入，共改了 ${count} 处，立即生效。`,
  line: (line: number, path: string, sentence: string) => `第 ${line} 行${path === "" ? "" : `，${path}`}：${sentence}`,
  theFile: "这个文件",
  more: (count: number) => `另有 ${count} 条`,
} as const;

/** What stands above the file, at the top of the page. */
export const ABOVE_FILE =
  "看板上做的改动在机构文件之上：重新启动或 npm run org -- apply 时，文件如果会撤掉它们，就不生效，除非加 --take-file。请定期导出，替换原来的文件。";
