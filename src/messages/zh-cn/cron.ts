/** What is wrong with a time that is written as cron, in Chinese. The library that reads it speaks English. */

const FIELDS: Readonly<Record<string, string>> = {
  Minute: "分",
  Hour: "时",
  DayOfMonth: "日",
  Month: "月",
  DayOfWeek: "星期",
  minute: "分",
  hour: "时",
  dayOfMonth: "日",
  month: "月",
  dayOfWeek: "星期",
};

const SENTENCES: readonly (readonly [RegExp, (groups: readonly string[]) => string])[] = [
  [
    /^Constraint error, got (?:value|range) (\S+) expected range (\d+)-(\d+)/u,
    ([value, least, most]) => `${value} 超出了范围，这一段只能写 ${least} 到 ${most}`,
  ],
  [
    /^Cron(\w+) Validation error, got value (\S+) expected range (\d+)-(\d+)/u,
    ([field = "", value, least, most]) => `「${FIELDS[field] ?? field}」写了 ${value}，只能写 ${least} 到 ${most}`,
  ],
  [/^Invalid range: (\d+)-(\d+), min/u, ([from, to]) => `${from}-${to} 前大后小，请把小的写在前面`],
  [
    /^Invalid range: (\d+)-(\d+), outside the (\d+)-(\d+) range of the (\w+) field/u,
    ([from, to, least, most, field = ""]) =>
      `「${FIELDS[field] ?? field}」写了 ${from}-${to}，只能写 ${least} 到 ${most}`,
  ],
  [
    /^Invalid step: (\S+), wider than the (\d+)-(\d+) range/u,
    ([step, least, most]) => `间隔 /${step} 太大，这一段只有 ${least} 到 ${most}`,
  ],
  [/^Invalid step: (\S+), must be positive/u, ([step]) => `间隔 /${step} 要大于 0`],
  [/^Constraint error, cannot repeat at every (\S+) time/u, ([step]) => `不能每隔 ${step} 重复，间隔要写大于 0 的整数`],
  [
    /^Invalid (?:range|repeat|list value format|characters|wildcard)[:,]? ?(.*)$/u,
    ([rest = ""]) => `看不懂这一段${quoted(rest)}`,
  ],
  [/^Validation error, cannot resolve alias "(.*)"/u, ([word = ""]) => `不认识「${word}」，月份和星期请写数字`],
  [/duplicate values found: (\S+)/u, ([value]) => `${value} 写了两遍`],
];

function quoted(rest: string): string {
  const value = rest.replace(/^got value: /u, "");
  return value === "" ? "，请只用数字、*、逗号、- 和 /" : `「${value}」`;
}

const EXAMPLE = '应写五段：分 时 日 月 星期，例如 "0 17 * * 5" 是每周五 17:00';

/** A reason why cron is none: a sentence for what is known, else the form of it, with the library's own words behind. */
export function cronText(reason: string): string {
  for (const [pattern, say] of SENTENCES) {
    const found = pattern.exec(reason);
    if (found !== null) return `定时的写法不对：${say(found.slice(1))}。${EXAMPLE}`;
  }
  return `定时的写法不对。${EXAMPLE}（${reason}）`;
}
