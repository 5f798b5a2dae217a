/** The page on which routing is tried out, and what is asked of it before it dispatches by itself. */

export const ROUTING_POLICY = {
  title: "自动派单",
  lead: "程序从以往的派单中学习。某个单位的案例够多，并且在没有学过的案例上正确率达到要求，才会自动派给它；否则给出建议，由营商办派单。留空按默认。正确率的改动在一小时内生效。",
} as const;

export const ROUTING_FIELDS = {
  leastCases: "一个单位至少要有多少件",
  precision: "要求的正确率",
} as const;

export const ROUTING = {
  title: "派单试跑",
  lead: "看看现在的责任清单和学到的经验会怎样派单，与实际派单对照。这里什么都不会登记或改动。",
  months: "各月派单情况",
  monthsHint:
    "按提出的月份统计，不含撤回、作废、并入、不受理的；前两项也不含从清单导入的。自动派单后没有改派或退单的，算“未改派”。派单准确率＝派出后没有同意退单的／派出的。",
  lessons: "学到的经验",
  lessonsHint: "留出检验：用没有学过的派单来考，自动派的占多少，其中对的占多少。最上面一版在用。",
  nothingLearned:
    "至少要有 50 件由营商办派单或单位签收的诉求才学习，每小时一次；在此之前只看责任清单、相似的诉求和派过的词。",
  ofMonth: "用某个月的诉求试",
  choose: "月份",
  run: "试跑",
  ofMessages: "用自己的内容试",
  messagesHint:
    '每行一条，最多 2000 行、1 MB。可以是纯文本，也可以每行一个 JSON：{"text": "…", "unit": "实际承办单位"}，还可以有 title、category、company。',
  messages: "诉求内容",
  file: "或者上传文件（.txt、.jsonl）",
  mistakes: "与实际不同的",
  none: "没有建议",
  noIssues: "这个月没有诉求。",
  nothingRaised: "最近一年还没有诉求。",
  automatic: "自动派单",
  suggested: "交营商办",
  unreadTitle: "没有计入的行",
} as const;

export const MONTH_HEADS = ["月份", "提出", "自动派单", "其中未改派", "派单准确率"] as const;
export const LESSON_HEADS = [
  "版本",
  "学习时间",
  "依据的派单",
  "要求正确率",
  "检验：自动派",
  "检验：其中正确",
  "说明",
] as const;
export const TRIED_HEADS = ["序号", "诉求", "会怎样派", "依据", "实际"] as const;
export const MISTAKE_HEADS = ["实际", "程序会派或首选", "件数", "其中自动派"] as const;

export const HITS = { first: "对", among: "在建议中", wrong: "不对" } as const;

export const lineText = (line: number) => `第 ${line} 行`;
export const LINE_PROBLEMS = {
  "no-json": () => '不是 JSON 对象：请写成 {"text": "…"}',
  "no-text": () => "没有 text：请把诉求写在 text 里",
  "no-words": (field: string) => `${field} 不是文字：请加引号`,
};

/** 共 80 条，…. */
export const summary = (of: { readonly messages: string; readonly automatic: string }) =>
  `共 ${of.messages} 条，其中会自动派单的 ${of.automatic}。`;
export const compared = (of: {
  readonly decided: number;
  readonly automaticRight: string;
  readonly first: string;
  readonly among: string;
}) =>
  `与实际派单对照 ${of.decided} 条：自动派单正确 ${of.automaticRight}，第一建议正确 ${of.first}，前三个建议中有 ${of.among}。`;
export const NOTHING_COMPARED = "没有一条知道实际派给了谁，无法对照。";
export const WAS_LEARNED = "这些派单有一部分正是学习的材料，结果会偏高；没有学过的会怎样，看下面的留出检验。";
export const newestOf = (shown: number) =>
  `诉求太多，只试了这个月最早的 ${shown} 件；全部请用 npm run route -- --month。`;
export const onlyShown = (shown: number, all: number) => `下面只列出前 ${shown} 条，共 ${all} 条。`;
export const unknownUnitsText = (units: readonly string[], count: number) =>
  `${count} 条没有对照，机构文件里没有这些单位：${units.join("、")}。`;
export const tooFew = (least: number, units: readonly string[]) =>
  `学到的不足 ${least} 件、还不会凭经验自动派的单位：${units.join("、")}。`;
export const withCases = (unit: string, cases: number) => `${unit}（${cases}）`;
export const versionText = (version: number) => `第 ${version} 版`;
export const lessonNote = ({
  isSure,
  gone,
  contradicting,
}: {
  readonly isSure: boolean;
  readonly gone: number;
  readonly contradicting: number;
}) =>
  [
    ...(isSure ? [] : ["达不到要求，不自动派"]),
    ...(gone > 0 ? [`${gone} 件的单位已撤销，没有学`] : []),
    ...(contradicting > 0 ? [`${contradicting} 件内容相同、去向不同`] : []),
  ].join("；") || "—";

export const WRONG_MESSAGES = {
  none: "请填写内容，或者选择一个文件。",
  both: "内容和文件只能选一样，请去掉一样再试。",
  tooLarge: "超过 1 MB，没有试：请分成几次，或者用 npm run route -- 文件。",
  tooMany: (lines: number) => `有 ${lines} 行，超过 2000 行，没有试：请分成几次，或者用 npm run route -- 文件。`,
  notText: "这个文件不是 UTF-8 的文字：请另存为 UTF-8 再上传。",
  badForm: "没有收到完整的表单，请重新选择后再试。",
} as const;
