import { plainOf } from "../../domain/plain.ts";
import { figuresIn } from "../../domain/zh-cn-numerals.ts";
import { INSTEAD as INSTEAD_OF_TEXT, NO, YES } from "./zh-cn-answers.ts";
import { saidUndenied } from "./zh-cn-common-said.ts";

/** What was just done about a common problem, put right: 搞错了，是建管局牵头; 不是，下周三; 不对，不是5，是19. As its command says it. */

/** What was done last, and who may put it right. */
export interface Done {
  readonly id: number;
  /** 牵头 供电公司, 移出 4 */
  readonly did: string;
  /** Sets the deadline. */
  readonly sets: boolean;
}

/** What the words name, as far as it is asked for. */
export interface Names {
  /** The one unit. */
  readonly unit: (plain: string) => string | null;
  /** Where the day stands. */
  readonly day: (text: string) => { readonly start: number; readonly end: number } | null;
}

const MARKS = "[\\s,，。.!！、]*";
/** 不是, 不对, 搞错了: before what it is instead. */
const DENIES = new RegExp(
  `^(?:(?:啊|哦|呃|等等)${MARKS})?(?:(?:不是|不对|不行|(?:我|刚才|又)?(?:搞|弄|说|写|记|看|打|点|发)?(?:错|反)了?|[改定设]?太?(?:晚|早|迟)了?|太(?:紧|松)了?)(?:啊|吧|哈|的)?${MARKS})+`,
  "u",
);
/** 应该是, 还是, 改成: what it is. */
const RATHER = new RegExp(
  `^(?:${MARKS}(?:应该|应当|要|该|得|就|那|还|给|把|我?[说指]的)?(?:是|改[成为到回]|[改换]回到|回到|换成?|由|让|叫)(?!不))${MARKS}`,
  "u",
);
const PARTICLES = /(?:吧|啊|了|哈|呢|的|才对|就行|就好|为好|来)*[\s。.!！]*$/u;
/** 放回去, 还放进去, 把4拿回来 */
const PUTS_BACK =
  /^(?:还是?|那就|就|先|请|要|再|把)*(?:它们?|他们?|那家|[#\d号、,，和及跟与\s])*(?:还是?|都|再|也)*(?:放|加|拿|移|收|归|挪|搁|弄|请)了?(回|进|出)(?:去|来|原处|原来的地方|它?里面?|里[头边])?(?:里面?|去)?(?:吧|啊|了|哈)?[\s。.!！]*$/u;
/** 算了还是…, 唉，不了, 不拿了，…: before what is thought of on second thoughts. */
const THINKS_AGAIN =
  /^(?:唉|哎呀?|嗯|哦|呃|算了|不了|想了?想|再想想|那个?|(?:先|还是)?[不别](?:拿|移|挪|剔|踢|动)(?:出来|出去|走)?[了吧啊]?(?=[\s,，])|[\s,，。])+/u;
const THOSE = "(?:它们?|他们?|那家|[#\\d号、,，和及跟与\\s])*";
/** 还是留着吧, 不移了: behind what was taken out. */
const KEEPS_IN = new RegExp(
  `^(?:还是|那就|就|先|都|让)*${THOSE}(?:还是|就|先|都)*(?:(?:留|搁|待)(?:着|在|下)(?:一起|一块儿?|那里?|里面?|原处)?|(?:不|别)(?:再)?(?:移|拿|挪|摘|剔|踢|撤)(?:出|走|开)?(?:来|去)?了?)(?:吧|啊|哈)?[\\s。.!！]*$`,
  "u",
);
/** 还是不加了: behind what was put in. */
const LEAVES_OUT = new RegExp(
  `^(?:还是|那就|就|先|都)*${THOSE}(?:还是|就|先|都)*(?:不|别)(?:再)?(?:加|放|并|归|算)(?:进|入)?(?:来|去)?了?(?:吧|啊|哈)?[\\s。.!！]*$`,
  "u",
);
const INSTEAD = /(?:不是|不要)\s*#?(\d{1,6})号?[\s,，]*(?:而|应该?)?是\s*#?(\d{1,6})号?/u;
const NUMBERS_ALONE = /^(?:[#\d号、,，和及跟与\s])+$/u;
/** What may stand beside a day that is another one. */
const BESIDE_A_DAY =
  /^(?:改|成|延期?|推迟?|提前|放?宽限?|多?给|之?前|以前|内|之内|以内|完成|办[完结]|解决|期限|时限|时间|定在|定到|最[迟晚]|[到至为再\s,，、。.!！:吧啊的了哈])*$/u;

/** Each as its command says it, in its order; null: nothing is put right. */
export function commonMended(text: string, { id, did, sets }: Done, names: Names): readonly string[] | null {
  const [deed = "", ...told] = did.split(" ");
  const ids = MOVES.has(deed) ? figuresIn(told.join(" ")) : [];
  const plain = plainOf(text).trim();
  if (deed === "办结" && ENDED_TOO_EARLY.test(plain)) return [`共性 恢复 G${id}`];
  // 32的答复说错了，…: of that one alone, which can be put right.
  if (deed === "答复" && OF_ONE_ALONE.test(plain)) return null;
  if (deed === "答复") return takesBack(plain, true) || saysItIsWrong(plain) !== null ? [`共性 撤回答复 G${id}`] : null;
  const as = (name: string, rest: string) => `共性 ${name} G${id} ${rest}`.trim();
  const back = undone({ id, deed, plain, ids });
  if (back !== null) return [as(...back)];
  const swapped = INSTEAD.exec(plain);
  if (swapped !== null && ids.includes(Number(swapped[1])))
    return [as(inverse(deed), swapped[1] ?? ""), as(deed === "新建" ? "加入" : deed, swapped[2] ?? "")];
  const rest = insteadIn(text);
  if (rest === null) return null;
  const said = plainOf(rest);
  // Of 不是交通局，是建管局 the one that is not denied.
  const unit = deed === "牵头" && [...said].length <= LONGEST_UNIT ? names.unit(plain) : null;
  const day = names.day(rest);
  if (unit !== null) return [as("牵头", [unit, day === null ? "" : rest.slice(day.start, day.end)].join(" ").trim())];
  if (day !== null && BESIDE_A_DAY.test(`${said.slice(0, day.start)} ${said.slice(day.end)}`))
    return [as(sets || deed === "时限" ? "时限" : "措施", rest)];
  if (ids.length > 0 && NUMBERS_ALONE.test(said))
    return [as(inverse(deed), ids.join(" ")), as(deed === "新建" ? "加入" : deed, figuresIn(said).join(" "))];
  const isNamed = deed === "新建" || deed === "改名";
  return isNamed && /叫/u.test(plain.slice(0, plain.length - said.length)) && said.length > 1
    ? [as("改名", rest)]
    : null;
}

/** 结早了 7号9号还没好 */
const ENDED_TOO_EARLY =
  /^(?:哎呀?|等等|啊|不对|[\s,，])*(?:(?:办结?|结|收|关)(?:案)?得?太?(?:早|快|急|错)了|先别(?:办结?|结|关)|还(?:不能|没到时候)(?:办结?|结|关))/u;
const OF_ONE_ALONE = /^#?\d{1,6}号?的?(?:那个|那家)?(?:答复|回复|说|写|发|回|答)/u;
const LONGEST_UNIT = 24;
const MOVES: ReadonlySet<string> = new Set(["新建", "加入", "移出"]);

function inverse(deed: string): string {
  return deed === "移出" ? "加入" : "移出";
}

interface Before {
  readonly id: number;
  readonly deed: string;
  readonly plain: string;
  /** The issues that were moved. */
  readonly ids: readonly number[];
}

/** Those that are named, or all that were moved; null: it says something else than the opposite of what was done. */
function undone({ id, deed, plain, ids }: Before): readonly [string, string] | null {
  const said = withoutDenial(plain).replace(`g${id}`, "");
  // 把6也放进来, behind 牵头: nothing was moved that it could put back.
  if (!MOVES.has(deed) || !saysOpposite(deed, said)) return null;
  const named = figuresIn(said.replace(/[一二两三四五六七八九十]/gu, " "));
  const those = named.length > 0 ? named : ids;
  if (those.length === 0 || deed === "新建") return null;
  return [inverse(deed), those.join(" ")];
}

function saysOpposite(deed: string, said: string): boolean {
  const isOut = inverse(deed) === "移出";
  const way = PUTS_BACK.exec(said)?.[1];
  return way === undefined ? (isOut ? LEAVES_OUT : KEEPS_IN).test(said) : (way === "出") === isOut;
}

function withoutDenial(plain: string): string {
  const said = plain.slice(THINKS_AGAIN.exec(plain)?.[0].length ?? 0);
  return said.slice(DENIES.exec(said)?.[0].length ?? 0);
}

/** 下周三 of 不是，下周三, 教育局 of 还是教育局: what is said in place of what was done. Null: nothing of the kind is. */
export function insteadIn(text: string): string | null {
  const plain = plainOf(text);
  const denied = DENIES.exec(plain)?.[0].length ?? 0;
  const rather = RATHER.exec(plain.slice(denied))?.[0].length ?? 0;
  if (denied + rather === 0) return null;
  const behind = text.slice(denied + rather).trim();
  const bare = behind.slice(0, behind.length - (PARTICLES.exec(plainOf(behind))?.[0].length ?? 0));
  // 是16日: the day, and not so many of them.
  return bare === "" ? null : bare.replace(/(?<![月\d\p{Script=Han}])(\d{1,2})日(?=$|[之以]?前|\s)/gu, "$1号");
}

const TAKES_BACK =
  "(?:(?:发|说|答|回|讲|给|写|打|填|弄|搞|点|按)得?太?(?:早|错|快|急|岔|反)了?|有误|手滑|(?:撤|收|追|召|要)(?:得?回|掉|了)|撤(?:回|下)?来|能不能撤|撤(?:吗|一下|得)|作废|不算(?:数|了|$))";
const UNDONE = new RegExp(TAKES_BACK, "u");
const AN_ANSWER = "(?:答复|回复|(?:刚才|刚刚|之前|上次)[^,，。:：]{0,8}(?:发|回|答)的?)";
const UNDOES_AN_ANSWER = new RegExp(
  `${AN_ANSWER}[^:：。]{0,14}?${TAKES_BACK}|${TAKES_BACK}[^,，。:：]{0,6}(?:答复|回复)`,
  "u",
);
const LONGEST_TAKING_BACK = 40;

/** 刚才的答复发早了，撤回; not 给大家回：水泵收回检修. `isOfAnswer`: an answer was the last that was done. */
export function takesBack(plain: string, isOfAnswer = false): boolean {
  return saidUndenied(UNDONE, headOf(plain)) && !OF_ONE_ALONE.test(plain) && (isOfAnswer || undoesAnAnswer(plain));
}

/** Whether it speaks of that, also where it is denied. */
export function undoesAnAnswer(plain: string): boolean {
  return UNDOES_AN_ANSWER.test(headOf(plain));
}

/** Before the words that are to go out; empty where it is too long. */
function headOf(plain: string): string {
  const [said = ""] = plain.split(/[:：]/u, 1);
  return [...said].length > LONGEST_TAKING_BACK ? "" : said;
}

/** 搞错了: that it is wrong, and not what is right. `isAll`: and no more is said. */
export function saysItIsWrong(plain: string): { readonly isAll: boolean } | null {
  const [said = ""] = DENIES.exec(plain) ?? [];
  return said === "" ? null : { isAll: said === plain };
}

/** 改成：…, 好的, 不用了: an answer to what is shown. */
export function isAnswer(plain: string): boolean {
  return YES.test(plain) || NO.test(plain) || INSTEAD_OF_TEXT.test(plain);
}

/** 22不要了，另外时限改到18号: each clause as its command says it, where every one says something of the one that was spoken of. */
export function commonsSaid(text: string, meant: (one: string) => string | null): readonly string[] | null {
  const at = TOLD_AT_LENGTH.exec(plainOf(text))?.index ?? text.length;
  const clauses = [...text.slice(0, at).split(/[,，。;；\n]+/u), text.slice(at)]
    .map((one) => one.replace(/^[\s,，。;；]*(?:另外|还有|同时|然后|再|顺便|并且?|那)*\s*/u, "").trim())
    .filter((one) => one !== "");
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return null;
  const all = eachMeant(clauses, meant);
  if (all === null || all.length < 2 || !all.every((one) => IS_DONE_BESIDE.test(one))) return null;
  return all.some((one) => IS_SAID_APART.test(one)) ? all : null;
}

/** 供电局牵头，措施是新增一条线路，月底前完成: all that follows is its text. */
const TOLD_AT_LENGTH =
  /[,，。;；\n]\s*(?:另外|还有|同时)?(?:最新|目前)?(?:措施|进展)(?:上|方面)?(?:就?是|定?为|[:：])/u;

/** 改成建管局牵头，措施是…: of what its command says, what stands beside something that is put right. */
export function isToldAtLength(said: string): boolean {
  return /^共性 (?:措施|进展) /u.test(said);
}

/** 建管局牵头，把坑补了，12月10日前: behind who leads what is to be done by then. Null: nothing but a day is. */
export function ledWithPlan(
  text: string,
  id: number,
  { read, day }: { readonly read: (one: string) => string | null; readonly day: Names["day"] },
): readonly string[] | null {
  const at = LEADS.exec(plainOf(text))?.[0].length ?? text.length;
  const plan = text.slice(at).trim();
  const when = day(plan);
  const lead = when === null ? null : read(text.slice(0, at).replace(/[\s,，。;；]+$/u, ""));
  if (when === null || lead?.startsWith("共性 牵头 ") !== true) return null;
  const beside = plainOf(`${plan.slice(0, when.start)} ${plan.slice(when.end)}`);
  const isPlan = !NO_PLAN.test(beside) && [...beside.replace(ONLY_BY_WHEN, "")].length >= SHORTEST_PLAN;
  return isPlan ? [lead, `共性 措施 G${id} ${plan}`] : null;
}

const LEADS = /^.{2,24}?牵头(?:负责|办理|处理)?(?:吧|啊|了)?[\s,，。;；]+/u;
const NO_PLAN = /配合|协助|协办|协同|参与|支持|牵头|[吗?？]|时限|期限|进展|措施/u;
const ONLY_BY_WHEN =
  /[\s,，。;；!！]|[这本下]个?月|月[底末初]|原[来定](?:的|是)?|(?:[改延推放调定]|提前)[到至成为在]|[之以]?前|内|全部|都|必须|务必|争取|力争|要|得|请|完成|办[完结好]|解决|搞定|弄好|落实|到位|处理好?|给?(?:企业)?(?:答复|回复|结果|说法)|最[迟晚]|时间|吧|了|报|拿出|方案|办法/gu;
const SHORTEST_PLAN = 3;

/** 5那家不算，移出去 is one: a clause that says nothing by itself goes on with the one before it. Null: it says nothing then, either. */
function eachMeant(clauses: readonly string[], meant: (one: string) => string | null): readonly string[] | null {
  const parts: { readonly part: string; readonly said: string }[] = [];
  for (const clause of clauses) {
    const alone = meant(clause);
    const before = alone === null ? parts.pop() : undefined;
    const part = before === undefined ? clause : `${before.part}，${clause}`;
    const said = before === undefined ? alone : meant(part);
    if (said === null) return null;
    parts.push({ part, said });
  }
  return parts.map(({ said }) => said);
}

const MOST_CLAUSES = 4;
/** Nothing of it goes to a company, or ends anything. */
const IS_DONE_BESIDE = /^共性 (?:加入|移出|时限|牵头|改名|措施|进展) /u;
/** A deadline behind who leads is said with it. */
const IS_SAID_APART = /^共性 (?:加入|移出|改名|措施|进展) /u;
