/** What the org file's check says, in Chinese: what people most often get wrong. The check itself speaks English. */

/** What stands in quotation marks, a code or a name. */
const QUOTED = '"([^"]*)"';

/** What comes after a sentence: what was likelier meant, or what there is. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/; did you mean "([^"]*)"\?$/, "，是不是「$1」？"],
  [/; known (?:fields|codes): ([^;]+)$/, "，可以写：$1"],
  [/; there are no known (?:fields|codes)$/, "，文件里还一个都没有"],
];

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^unknown field/, "没有这个字段"],
  [/^is missing: write one of ([^;]+)$/, "缺少这一项，可以写：$1"],
  [/^is missing: it must be text$/, "缺少这一项，要写一段文字"],
  [/^is missing: it must be a list.*$/, "缺少这一项，要写成列表"],
  [/^is missing: it must be .*$/, "缺少这一项"],
  [new RegExp(`^${QUOTED} must be one of ([^;]+)`), "不能是「$1」，可以写：$2"],
  [/^must be one of ([^;]+)/, "可以写：$1"],
  [/^must be text: put it in quotes, ("[^"]*") .*$/, "要加引号，写成 $1（不加引号会丢掉前面的零）"],
  [/^must be a list.*$/, "要写成列表，例如 [a, b]"],
  [/^must be a mapping.*$/, "要写成 { name: … } 的形式"],
  [/^must be a date that exists.*$/, "要写真有的日期，例如 2027-02-05"],
  [/^is empty: .*$/, "写了名字却没有内容：请填写，或去掉这一项"],
  [/^is longer than (\d+) characters$/, "超过 $1 个字"],
  [/^names a department "([^"]*)" that is not in the file/, "文件里没有代码是「$1」的单位"],
  [/^names a enterprise "([^"]*)" that is not in the file/, "文件里没有代码是「$1」的企业"],
  [/^names a category "([^"]*)" that is not in the file/, "文件里没有代码是「$1」的诉求类别"],
  [/^names a chat "([^"]*)" that is not in the file/, "文件里没有代码是「$1」的群"],
  [
    new RegExp(`^${QUOTED} is already used by ([a-zA-Z]+\\[\\d+\\]): each must be its own$`),
    "「$1」与 $2 重复：每个都要不一样",
  ],
  [/^is a person of the role ([a-z]+), which needs `([a-z]+):` .*$/, "角色 $1 要写明 $2 的代码"],
  [/^is a chat of the audience department, which needs .*$/, "部门群要写明 department 的代码"],
  [/^has no effect .*$/, "在这里没有作用"],
  [/^is a secret in the file itself: .*$/, "密钥直接写在文件里：最好写成 ${名字}，把值放进 .env"],
  [new RegExp(`^${QUOTED} is also a keyword of ([^:]+): .*$`), "关键词「$1」在 $2 里也有：只有这个词时无法自动分派"],
  [/^has no coordinator: .*$/, "没有营商办人员（coordinator）：不能自动分派的诉求没有人派单"],
  [/^is a city unit without trackedBy: .*$/, "是市直单位，却没有写对口部门 trackedBy：没有园区部门跟踪它的诉求"],
  [/^is only for a city unit: .*$/, "只用于市直单位：请写 level: city，或去掉 trackedBy"],
  [/^needs the environment variable (\w+), which is not set: .*$/, "用到了环境变量 $1，它还没有设置：请写进 .env"],
  [/^must be the webhook address .*(https:\/\/\S+?)(?:;.*)?$/, "要填平台给出的 webhook 地址，以 $1 开头"],
  [/^begins before the span above it ends: .*$/, "与上一段时间重叠：请按先后顺序写"],
  [/^is a ([a-z-]+), which needs `chat:` .*$/, "汇报 $1 要写明发到哪个群（chat）"],
  [/^is not valid cron: (.*)$/, "定时的写法不对（$1）"],
  [/^never fires: .*$/, "永远不会到时间：没有这一天"],
  [
    /^([a-z-]+) is for a chat of the audience ([a-z]+), and "([^"]*)" has the audience ([a-z]+)$/,
    "汇报 $1 要发到 audience 是 $2 的群，而「$3」是 $4",
  ],
  [/^must be made of the letters a-z, digits and "-"$/, "只能用小写字母、数字和 -"],
  [/^must be a number of working days, .*$/, "要写工作日的天数，1 到 365"],
  [/^must be a number with m, h or d, .*$/, "要写数字加 m（分钟）、h（小时）或 d（天），例如 30m、4h、7d"],
  [/^(\S+) is also in holidays.off: .*$/, "$1 同时写在 holidays.off 里：请只留一处"],
];

/** A sentence of the check in Chinese; one that is not known here as it is, and said to be the program's. */
export function orgSentence(english: string): string {
  const hint = HINTS.find(([pattern]) => pattern.test(english));
  const body = hint === undefined ? english : english.replace(hint[0], "");
  const found = SENTENCES.find(([pattern]) => pattern.test(body));
  if (found === undefined) return `程序的说明（英文）：${english}`;
  const tail = hint === undefined ? "" : (hint[0].exec(english)?.[0].replace(hint[0], hint[1]) ?? "");
  return body.replace(found[0], found[1]) + tail;
}
