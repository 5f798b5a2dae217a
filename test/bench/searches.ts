/** What is searched for in a ledger of any size, by how many of its issues hold it, and what the ledger holds for that. */

/** By name: the words, as they are said in a chat and written into the list's field. */
const WORDS = [
  ["a rare word (7 issues)", "罕见之词"],
  ["a frequent word (one in three)", "空调"],
  ["the same in other letters", "空-調"],
  ["two characters (one in a hundred)", "路灯"],
  ["one character (one in a hundred)", "灯"],
  ["one character (all)", "车"],
  ["two words (one in three hundred)", "空调 路灯"],
  ["two frequent words that never meet", "停电 漏水"],
  ["what all hold", "三车间从早上起"],
  ["what all held long ago", "旧线路"],
  ["a number", "7777"],
  ["a company", "测试企业77有限公司"],
  ["nothing", "没有写过"],
] as const;

/** The same for a unit and a company, of whose issues few hold it. */
const FREQUENT = ["空调", "停电 漏水"] as const;

interface Asking {
  readonly userId: string;
  readonly group: string | null;
}

/** In a chat. */
export function searchesBy(
  coordinator: Asking,
  officer: Asking,
  liaison: Asking,
): readonly (readonly [string, Asking, string])[] {
  return [
    ...WORDS.map(([name, words]) => [`搜索, ${name}`, coordinator, `搜索 ${words}`] as const),
    ...FREQUENT.map((words) => [`搜索 ${words}, a unit`, officer, `搜索 ${words}`] as const),
    ...FREQUENT.map((words) => [`搜索 ${words}, a company's group`, liaison, `搜索 ${words}`] as const),
  ];
}

const page = (name: string, words: string, more = "") =>
  [`list, ${name}`, `/issues?words=${encodeURIComponent(words)}${more}`] as const;

/** On the board, as the coordinator asks. */
export const SEARCH_PAGES = [
  ...WORDS.map(([name, words]) => page(name, words)),
  page("a frequent word, of one unit", "空调", "&department=d1"),
  page("a frequent word, of one company", "空调", "&company=c77"),
  page("a frequent word, what is open", "空调", "&state=open"),
  page("a frequent word, urgent: none", "空调", "&urgency=urgent"),
];

/** Behind a text of the ledger, in SQL: `g` is the number of the issue. */
export function searchedWords(size: number): string {
  return `case when g % 3 = 0 then '，空调不制冷' else '' end || case when g % 100 = 7 then '，路燈不亮' else '' end
    || case when g <= ${Math.floor(size / 5)} then '，旧线路' else '' end`;
}
