import { cronText } from "./cron.ts";

/** What the org file's check says, in Chinese: what people most often get wrong. The check itself speaks English. */

/** What stands in quotation marks, a code or a name. */
const QUOTED = '"([^"]*)"';

const GONE_ON_DUTY = new RegExp(
  `^departments: ${QUOTED} is no longer in the file; who is on duty there \\((.*)\\) is not told any more$`,
);

/** What comes after a sentence: what was likelier meant, or what there is. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/; did you mean "([^"]*)"\?$/, "，是不是「$1」？"],
  [/; known (?:fields|codes): ([^;]+)$/, "，可以写：$1"],
  [/; there are no known (?:fields|codes)$/, "，文件里还一个都没有"],
];

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^the file is larger than 1 MB: .*$/, "文件超过 1 MB：机构文件只是人员和群的清单，没有这么大"],
  [/^the file is empty: .*$/, "文件是空的：至少要有 park: { name: … }"],
  [/^the file must be a mapping .*$/, "文件要由 park:、departments: 这样的部分组成"],
  [/^a second document begins here: .*$/, "这里又开始了一份文件：请去掉 --- 这一行"],
  [/^(?:the file )?is nested too deeply(?: to be read)?$/, "层次太多，读不了"],
  [/^this is not valid YAML: (.*)$/su, "不符合 YAML 的写法，请看缩进、引号和冒号。程序的说明（英文）：$1"],
  [/^uses the alias (\S+): .*$/, "用了别名 $1：请直接写出内容"],
  [/^has a field without a plain name$/, "有一个字段没有普通的名字"],
  [/^is written twice in one mapping: .*$/, "写了两遍：请只留一处"],
  [/^unknown field/, "没有这个字段"],
  [/^is missing: write one of ([^;]+)$/, "缺少这一项，可以写：$1"],
  [/^is missing: it must be text$/, "缺少这一项，要写一段文字"],
  [/^is missing: it must be a list.*$/, "缺少这一项，要写成列表"],
  [/^is missing: it must be .*$/, "缺少这一项"],
  [new RegExp(`^${QUOTED} must be one of ([^;]+)`), "不能是「$1」，可以写：$2"],
  [/^must be one of ([^;]+)/, "可以写：$1"],
  [/^must be text: put it in quotes, ("[^"]*") .*$/, "要加引号，写成 $1（不加引号会丢掉前面的零）"],
  [/^must be text$/, "要写一段文字"],
  [/^must be a number$/, "要写数字"],
  [/^must be true or false$/, "要写 true 或 false"],
  [/^must be a value, a list or a mapping$/, "这里的写法不对：要写一个值、一个列表或 { name: … }"],
  [/^must be a list.*$/, "要写成列表，例如 [a, b]"],
  [/^must be a mapping.*$/, "要写成 { name: … } 的形式"],
  [/^must be a date that exists.*$/, "要写真有的日期，例如 2027-02-05"],
  [/^must be a telephone number .*$/, '要写电话号码并加引号：5 到 18 位数字，中间可以有空格或 -，例如 "0746-8880001"'],
  [/^must be an IANA time zone, .*$/, "要写时区的名称，例如 Asia/Shanghai"],
  [/^must be a span of one day .*$/, '要写一天里的时段，例如 "08:30-12:00"，结束要晚于开始'],
  [/^must be a share of the time .*$/, '要写时间的百分比，大于 0%、小于 100%，例如 "80%"'],
  [/^must be plain cron with five fields .*$/, '要写五段的普通 cron（分 时 日 月 星期），例如 "0 17 * * 5"'],
  [/^holds a line break or an invisible character: .*$/, "有换行或看不见的字符：请写成一行普通文字"],
  [/^is empty: nobody is reminded at this step$/, "是空的：这一步不提醒任何人"],
  [/^is empty: .*$/, "写了名字却没有内容：请填写，或去掉这一项"],
  [/^is longer than (\d+) characters(?:: .*)?$/, "超过 $1 个字"],
  [/^must be a whole number of decisions, from (\d+) to (\d+)$/, "要写整数，$1 到 $2"],
  [/^must be a share like .*$/, "要写百分比，50% 到 99.9%，例如 96% 或 97.5%"],
  [/^names a department "([^"]*)" that is not in the file/, "文件里没有代码是「$1」的单位"],
  [/^names a enterprise "([^"]*)" that is not in the file/, "文件里没有代码是「$1」的企业"],
  [/^names a category "([^"]*)" that is not in the file/, "文件里没有代码是「$1」的诉求类别"],
  [/^names a chat "([^"]*)" that is not in the file/, "文件里没有代码是「$1」的群"],
  [/^names a department that is not in the file/, "文件里没有这个代码的单位"],
  [/^names a enterprise that is not in the file/, "文件里没有这个代码的企业"],
  [/^names a category that is not in the file/, "文件里没有这个代码的诉求类别"],
  [/^names a chat that is not in the file/, "文件里没有这个代码的群"],
  [new RegExp(`^names ${QUOTED}, which is a city unit itself: .*$`), "「$1」自己也是市直单位：请写园区的部门"],
  [/^the value is already used by ([a-zA-Z]+\[\d+\]): each must be its own$/, "与 $1 重复：每个都要不一样"],
  [
    new RegExp(`^${QUOTED} is already used by ([a-zA-Z]+\\[\\d+\\]): each must be its own$`),
    "「$1」与 $2 重复：每个都要不一样",
  ],
  [/^is a person of the role ([a-z]+), which needs `([a-z]+):` .*$/, "角色 $1 要写明 $2 的代码"],
  [/^is a chat of the audience department, which needs .*$/, "部门群要写明 department 的代码"],
  [/^has no effect .*$/, "在这里没有作用"],
  [/^is a secret in the file itself: .*$/, "密钥直接写在文件里：最好写成 ${名字}，把值放进 .env"],
  [
    /^has neither wecom nor dingtalk: .* \((.*)\)$/,
    "没有任何平台的账号：本人私聊机器人说明自己是谁，营商办「$1」以后，聊天里才认得他",
  ],
  [
    /^is a WeCom group without a webhook: .*$/,
    "是没有 webhook 的企业微信群：在那里不能真正 @ 到人；没有长连接时什么都发不了",
  ],
  [/^is only for a DingTalk group with a webhook: .*$/, "只用于有 webhook 的钉钉群：请去掉"],
  [
    new RegExp(`^${QUOTED} is also a keyword of ${QUOTED}: .*$`),
    "关键词「$1」在「$2」里也有：只有这个词时无法自动分派",
  ],
  [GONE_ON_DUTY, "文件里没有代码是「$1」的单位了：在那里值班（$2）的人不再收到通知"],
  [/^has no coordinator: .*$/, "没有营商办人员（coordinator）：不能自动分派的诉求没有人派单"],
  [/^is a city unit without trackedBy: .*$/, "是市直单位，却没有写对口部门 trackedBy：没有园区部门跟踪它的诉求"],
  [/^is only for a city unit: .*$/, "只用于市直单位：请写 level: city，或去掉 trackedBy"],
  [/^needs the environment variable (.*), which is not set: .*$/, "用到了环境变量 $1，它还没有设置：请写进 .env"],
  [/^must be the webhook address .*(https:\/\/\S+?)(?:;.*)?$/, "要填平台给出的 webhook 地址，以 $1 开头"],
  [/^begins before the span above it ends: .*$/, "与上一段时间重叠：请按先后顺序写"],
  [/^is a ([a-z-]+), which needs `chat:` .*$/, "汇报 $1 要写明发到哪个群（chat）"],
  [/^never fires: .*$/, "永远不会到时间：没有这一天"],
  [
    /^([a-z-]+) is for a chat of the audience ([a-z]+), and "([^"]*)" has the audience ([a-z]+)$/,
    "汇报 $1 要发到 audience 是 $2 的群，而「$3」是 $4",
  ],
  [/^must be made of the letters a-z, digits and "-"$/, "只能用小写字母、数字和 -"],
  [/^must be a number of working days, .*$/, "要写工作日的天数，1 到 365"],
  [/^must be a number with m, h or d, .*$/, "要写数字加 m（分钟）、h（小时）或 d（天），例如 30m、4h、7d"],
  [/^must be 0, or a number with m, h or d, .*$/, "要写 0，或数字加 m（分钟）、h（小时）或 d（天），例如 30m、4h、1d"],
  [/^is the same as digests\[(\d+)\]: .*$/, "与 digests[$1] 重复：请只留一个"],
  [
    new RegExp(`^must be a chat of the audience enterprise, and ${QUOTED} has the audience ([a-z]+)$`),
    "要写 audience 是 enterprise 的群，而「$1」是 $2",
  ],
  [/^says ([a-z]+) and ([a-z]+) and ([a-z]+): keep one of them$/, "$1、$2、$3 只能写一个"],
  [/^says ([a-z]+) and ([a-z]+): keep one of them$/, "$1 和 $2 只能写一个"],
  [
    /^(\S+) is not shorter than the (\S+) (\S+) limit of the category (\S+), (\S+): .*$/,
    "$1 不比诉求类别 $4 的 $2 $3 期限 $5 短：请写短一些，或写百分比，例如 at: 80%",
  ],
  [
    /^(\S+) is not shorter than the (\S+) (\S+) limit, (\S+): .*$/,
    "$1 不比 $2 $3 的期限 $4 短：请写短一些，或写百分比，例如 at: 80%",
  ],
  [/^comes before (\S+) for (\S+): .*$/, "$2 的诉求，这一步排到了 $1 前面：同一个时钟的步骤要按先后顺序"],
  [/^(\S+) is also in holidays.off: .*$/, "$1 同时写在 holidays.off 里：请只留一处"],
];

/** What open issues still use a code for, with their numbers. */
const USES: readonly (readonly [RegExp, string])[] = [
  [/^it has (.*); keep it in the file until they are closed or transferred$/, "它在承办 $1，办结或转派以前请留着"],
  [
    /^it helps with (.*); keep it in the file until it has said its part \((.*)\) or they are closed$/,
    "它在协办 $1，说完协办情况（$2）或办结以前请留着",
  ],
  [/^it is suggested for (.*); dispatch them first$/, "它是 $1 的建议单位，请先派单"],
  [/^it is proposed in a request about (.*); decide the request first$/, "$1 的申请里提到它，请先审批"],
  [/^(.*); keep it in the file until they are closed$/, "涉及 $1，办结以前请留着"],
];

const IN_USE = new RegExp(`^${QUOTED} is used by open issues: (.*)\\.$`);
/** Between one use and the next. */
const NEXT_USE = /; (?=it has #|it helps with #|it is suggested for #|it is proposed in a request about #|#)/;

/** Null: it says nothing of the kind. */
function inUse(english: string): string | null {
  const [, code, uses] = IN_USE.exec(english) ?? [];
  if (uses === undefined) return null;
  const told = uses.split(NEXT_USE).map((use) => {
    const [pattern, chinese] = USES.find(([one]) => one.test(use)) ?? [/^.*$/, "$&"];
    return use.replace(pattern, chinese);
  });
  return `未办结的诉求还在用「${code}」：${told
    .join("；")
    .replace(/ and (\d+) more/g, " 等，另有 $1 件")
    .replaceAll(", #", "、#")}`;
}

/** A sentence of the check in Chinese; one that is not known here as it is, and said to be the program's. */
export function orgSentence(english: string): string {
  const used = inUse(english);
  if (used !== null) return used;
  const [, cron] = /^is not valid cron: (.*)$/su.exec(english) ?? [];
  if (cron !== undefined) return cronText(cron);
  const hint = HINTS.find(([pattern]) => pattern.test(english));
  const body = hint === undefined ? english : english.replace(hint[0], "");
  const found = SENTENCES.find(([pattern]) => pattern.test(body));
  if (found === undefined) return `程序的说明（英文）：${english}`;
  const tail = hint === undefined ? "" : (hint[0].exec(english)?.[0].replace(hint[0], hint[1]) ?? "");
  return body.replace(found[0], found[1]) + tail;
}
