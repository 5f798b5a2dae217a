import { WORDS } from "../words.ts";

/** The words that several texts about one matter have in common: by them people see why they were put together. */

const LONGEST = 6;
const SHORTEST = 2;
const MOST_WORDS = 4;
/** A text is looked at so far. */
const LOOKED_AT = 400;
/** Of these no word that says what a matter is about is made, or it neither begins nor ends with one. */
const EMPTY =
  /^[的了是我们你您他她它有在和也都请不没这那就个一到被把让给从向为与及或很还又再对会能要可已将多来去上下中后前等吧吗呢啊]|[的了是我们你您他她它有在和也都请不没这那就个一到被把让给从向为与及或很还又再对会能要可已将吧吗呢啊]$/u;
const SAID_OF_EVERYTHING =
  /公司|企业|我司|问题|情况|希望|反映|解决|协调|园区|诉求|领导|部门|影响|目前|现在|最近|以来/gu;

/** Where, when and how: by these alone nobody knows what a matter is. */
const BESIDES_THE_MATTER =
  /[东西南北]?(?:大?门口|门前|路口|路边|路上|旁边|附近|周边|对面|厂区|厂里|厂门|车间|楼下|门卫|工业园)|(?:今天|昨天|前天|明天|今早|昨晚|昨夜|今晚|晚上|夜里|夜间|半夜|凌晨|白天|早上|早晨|上午|中午|下午|傍晚|周末|上周|这周|本周|每天|天天|经常|一直|总是|老是|这几天|几天|好几天|半个月|一个月)|(?:差一?点|险些|根本|完全|已经|还没|非常|特别|实在|而且|但是|因为|所以|导致|造成|好几[次个家]|[两三几]次)|[掉摔跌走跑上下进出回过起](?:下|上|进|出|过|回|起)[来去]|[下上进出过回起][来去]/gu;

/** What is done about anything, and who has it: by such a word two matters are not one. */
const OF_ANYTHING =
  /处理|办理|维修|修理|修复|检查|安排|整改|管理|申请|审批|没人|没有|不了|坏了?|影响|员工|工人|职工|人员|客户|车辆|车子|设备|机器|收费|费用|太贵|赔偿|损失|生产|停产|订单|发货|交货|时间|电话|联系|服务|态度|厂房|食品|安全/u;

export function isSaidOfAnything(word: string): boolean {
  return OF_ANYTHING.test(word);
}

/** The longest words for a matter that more than half of the texts have, what most have first. */
export function commonWords(texts: readonly string[]): readonly string[] {
  const having = new Map<string, number>();
  for (const text of texts) for (const word of matterWordsIn(text)) having.set(word, (having.get(word) ?? 0) + 1);
  const wanted = Math.max(2, Math.floor(texts.length / 2) + 1);
  const shared = [...having]
    .filter(([, times]) => times >= wanted)
    .toSorted(
      ([one, often], [other, oftenToo]) => oftenToo * other.length - often * one.length || (one < other ? -1 : 1),
    );
  const chosen: string[] = [];
  for (const [word] of shared) {
    const isPart = chosen.some((other) => other.includes(word) || word.includes(other) || overlaps(other, word));
    if (!isPart && chosen.length < MOST_WORDS) chosen.push(word);
  }
  return chosen.map((word) => wholeIn(texts, word));
}

/** 天然气 of 天然, where every text that has the one has the other: half a word tells nobody what it is. */
function wholeIn(texts: readonly string[], word: string): string {
  const behind = new Set(
    texts.flatMap((text) =>
      text
        .split(word)
        .slice(1)
        .map(([first = ""]) => first),
    ),
  );
  const [next = ""] = behind;
  return behind.size === 1 && /^\p{Script=Han}$/u.test(next) && !BEGINS_ANOTHER_WORD.test(next) ? word + next : word;
}

/** What happens to a thing, or joins it to that, is no part of its name: 路灯坏. */
const BEGINS_ANOTHER_WORD =
  /[的了着过坏不没未在有太很好都也又还就才被把给跟和与是要会能老总常漏堵断停掉破裂响冒烂塌锈积满溢臭脏吵慢卡丢缺少多高低大小贵难上下里外前后旁边中内进出来去到从对问怎什哪谁能可想请]/u;

/** 昨晚停 and 晚停电: two pieces of one word. */
function overlaps(one: string, other: string): boolean {
  for (let size = 1; size < Math.min(one.length, other.length); size += 1)
    if (one.endsWith(other.slice(0, size)) || other.endsWith(one.slice(0, size))) return true;
  return false;
}

/** The words of a text as the dictionary parts them, each run by itself, without what stands in everything. */
export function partsOfMatter(text: string): readonly (readonly string[])[] {
  const matter = text.slice(0, LOOKED_AT).replace(BESIDES_THE_MATTER, " ").replace(SAID_OF_EVERYTHING, " ");
  return (matter.match(/\p{Script=Han}+/gu) ?? []).map((run) =>
    Array.from(WORDS.segment(run), ({ segment }) => segment),
  );
}

/** As `wordsIn`, without where, when and how: 昨晚厂门口 makes no two matters one. */
export function matterWordsIn(text: string): ReadonlySet<string> {
  return wordsIn(text.slice(0, LOOKED_AT).replace(BESIDES_THE_MATTER, " "));
}

/** Runs of whole words: 垃圾, 没人, 清运, and 没人清运, but not 人清运. */
export function wordsIn(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  const matter = text.slice(0, LOOKED_AT).replace(SAID_OF_EVERYTHING, " ");
  for (const run of matter.match(/\p{Script=Han}+/gu) ?? []) {
    const parts = Array.from(WORDS.segment(run), ({ segment }) => segment);
    for (let start = 0; start < parts.length; start += 1) {
      let word = "";
      for (const part of parts.slice(start)) {
        word += part;
        if (word.length > LONGEST) break;
        if (word.length >= SHORTEST && !EMPTY.test(word)) words.add(word);
      }
    }
  }
  return words;
}
