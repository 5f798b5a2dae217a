import { numeralOf } from "../../domain/zh-cn-numerals.ts";

/** Several issues told by what they are about, and what is said of all of them. In plain text, with one mark for each unit. */

const LEAD = /^(?:把|将|就|还有|另外|那就|[\s,，])*/u;
const ONE = "(?:的?那(?:一)?(?:个|件|条)(?:事情?)?|的(?:事情?|问题))";
const MANY = "(?:[两二三四五六七八九几]|\\d{1,2})(?:个|件|条|起|单)(?:诉求|问题|事情?|单子)?";
/** What is done with them: from here on it is said of each. */
const GIVES = "(?:(?:改|转)?派|转|给|交|归|让|由|划|分给|改|是\\ue000)";
const DONE = `(?:(?:也|就|还是|全部|全都|都|全|一起|一并|统统|一块儿?|统一|直接|先|请|麻烦){0,4}${GIVES}|(?:也|就|帮我|再){0,2}(?:都|全|一起|一并)?催)`;

/** 诈骗那个和共享单车那个, 诈骗和单车那两个 */
const EACH_NAMED = new RegExp(
  `^([^,，。;；\\ue000]{2,40}?(?:${ONE}|(?:那|这)(?:两|二|2|俩|三|3|几)(?:个|件|条)?))(?=${DONE})`,
  "u",
);
const IS_URGED = /^[^\ue000]{0,12}催/u;
const BEHIND_ONE = /(?<=那(?:一)?(?:个|件|条)|的事情?|的问题)(?:和|跟|与|及|同|还有|以及|[、\s])+|、/u;
const BETWEEN = /(?:和|跟|与|还有|以及)/u;
const POINTER = /(?:的?(?:那|这)(?:一|两|二|2|俩|三|3|几)?(?:个|件|条)?(?:事情?)?|的(?:事情?|问题))$/u;

/** 招工的三件, 路坑那几个, 那几个路坑的, 缺人的全部: a kind, and how many of it. */
const OF_A_KIND = [
  new RegExp(`^([^,，。;；\\d\\s\\ue000]{1,10}?)(?:的|那|这|的那|的这)?(${MANY})(?=${DONE})`, "u"),
  new RegExp(`^(?:那|这)(${MANY})([^,，。;；\\d\\s\\ue000]{1,10}?)的(?=${DONE})`, "u"),
];
/** 剩下的两件, 刚才那几个: they are told by when they came, or by what has become of them. */
const TELLS_NO_MATTER =
  /^(?:刚|上|前|后|最|第|其|剩|余|别|今|昨|明|保密|企业|公司|他|她|它|我|你|这|那|哪|新|待|没|未|还|所有|全|一共|总共|急|加急|紧急|手上|手里|都|除)/u;

/** What is told of several issues. */
export interface MattersSaid {
  /** What each is about; one where they are of a kind. */
  readonly matters: readonly string[];
  /** Each is pointed at (…那个): where nothing is called so, it is said. */
  readonly isPointed: boolean;
  /** How many of a kind; null: it is not said. Undefined: each is named. */
  readonly count?: number | null;
  /** From where it is said what shall become of them. */
  readonly end: number;
  /** They are pressed for, and not given away. */
  readonly isUrged: boolean;
}

/** Null: several are not told so. */
export function mattersSaid(marked: string): MattersSaid | null {
  const told = whatIsTold(marked);
  return told === null ? null : { ...told, isUrged: IS_URGED.test(marked.slice(told.end)) };
}

function whatIsTold(marked: string): Omit<MattersSaid, "isUrged"> | null {
  const lead = LEAD.exec(marked)?.[0].length ?? 0;
  const said = marked.slice(lead);
  const each = EACH_NAMED.exec(said)?.[1];
  const matters = each === undefined ? [] : namedIn(each);
  if (each !== undefined && matters.length > 1 && !matters.some((one) => TELLS_NO_MATTER.test(one)))
    return { matters, isPointed: BEHIND_ONE.test(each), end: lead + each.length };
  const [kind, many, end] = kindIn(said) ?? [];
  if (kind === undefined || many === undefined || end === undefined || TELLS_NO_MATTER.test(kind)) return null;
  return { matters: [kind], isPointed: true, count: figureOf(many), end: lead + end };
}

function namedIn(each: string): readonly string[] {
  const pointed = each.split(BEHIND_ONE);
  const parts = pointed.length > 1 ? pointed : each.split(BETWEEN);
  return parts.map((one) => one.replace(POINTER, "").trim()).filter((one) => one !== "");
}

function kindIn(said: string): readonly [string, string, number] | null {
  const [first, second] = OF_A_KIND.map((words) => words.exec(said));
  if (second != null) return [second[2] ?? "", second[1] ?? "", second[0].length];
  return first == null ? null : [first[1] ?? "", first[2] ?? "", first[0].length];
}

function figureOf(many: string): number | null {
  const said = /^\d{1,2}/u.exec(many)?.[0];
  return said === undefined ? numeralOf(many.slice(0, 1)) : Number(said);
}
