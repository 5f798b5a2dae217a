import { echo } from "../escape.ts";
import { both, type Saying } from "../saying.ts";
import { COMMAND_WORDS, type CommandName, commandWord } from "./commands.ts";
import { BOT_NAME } from "./operator.ts";

/** What the bot asks back: whether something is meant, which issue, what is missing; and how it greets. */

/** What answers an offer. */
export const YES_OR_NO = ["是", "算了"] as const;

/** What answers it where it may be another matter as well. */
export const YES_NO_OR_NEW = ["是", "新诉求", "算了"] as const;

/** What may be said in return, word for word; a page and a platform with buttons show each by itself. */
export function choicesText(words: readonly string[]): string {
  return `${IN_RETURN}${words.map((word) => `「${word}」`).join("")}`;
}

const IN_RETURN = "可以回复：";
const CHOICES = new RegExp(`^${IN_RETURN}(?:「[^「」]+」)+$`);

/** The words of such a line; none where it is another. */
export function choicesIn(line: string): readonly string[] {
  return CHOICES.test(line) ? [...line.matchAll(/「([^「」]+)」/g)].flatMap(([, word]) => word ?? []) : [];
}

/** Above the text of what may become an issue. */
export const SUBMIT_THIS = "要作为诉求提交吗？";
export const SUBMIT_THESE = "像是几件事，要分别作为诉求提交吗？";
/** Of something confidential said in a group: nothing of it is repeated there. */
export const SUBMIT_IN_CONFIDENCE = "要作为保密诉求提交吗？请自行撤回群内原消息。";

/** Of what is told for another company. */
export const FILED_AS_OWN =
  "提交后登记为贵企业的诉求，由贵企业跟进和确认；是别家企业的事，请由那家企业自己提，或请营商办代提。";

export const OFFER_LABELS = {
  company: "企业",
  department: "拟交",
  due: "答复期限",
  unit: "单位",
  marks: "标记",
  readers: "转给",
} as const;
export const COORDINATOR = "营商办";
export const COORDINATOR_WILL_DISPATCH = "由营商办派单";

/** What each move would do, as a question; others are asked by their word. 批示 is a kind of `supervise`, called by its own word. */
const OFFERS: Partial<Readonly<Record<string, string>>> = {
  solved: "确认已解决并办结吗？",
  accept: "没有解决但认可解释，确认办结吗？",
  unsolved: "反馈没有解决，请责任单位继续办理吗？",
  reopen: "重开这件诉求吗？",
  withdraw: "撤回这件诉求吗？",
  supplement: "作为补充情况记入这件诉求吗？",
  join: "贵企业也有同样情况，登记同感吗？",
  urge: "催办这件诉求吗？",
  answer: "作为答复发给企业，并请企业确认吗？",
  progress: "作为进展反馈给企业吗？",
  ask: "请企业补充以下情况吗？",
  note: "记为内部备注（企业看不到）吗？",
  sign: "签收这件诉求吗？",
  measure: "记为措施（承诺完成日期）吗？",
  extend: "申请延期吗？",
  return: "申请退单吗？",
  hold: "申请挂账吗？",
  reject: "不予受理吗？原因会告知提出人。",
  leave: "登记请假吗？",
  theme: "按下面的安排主题日吗？",
  merge: "合并吗？合并后不能拆开。",
  feedback: "作为对督办或批示的反馈上报吗？",
  supervise: "作为督办送责任单位负责人吗？",
  批示: "作为批示送责任单位负责人吗？",
};

/** 撤回这件诉求吗？#12 三车间昨晚停电两次. `title`: empty of what is about no issue. */
export function offerTitle(command: string, title: string): string {
  return `${OFFERS[command] ?? `执行「${wordOf(command)}」吗？`}${title}`;
}

/** Of a company's own issue, which is taken back for it. `isOwn`: the other one is its own, too. */
export function putTogether(id: number, into: string, isOwn: boolean): string {
  const [number = "", ...title] = into.split(" ");
  const what = isOwn ? `把 #${id} 的内容补充到 ${number}` : `对 ${number} 登记同感`;
  return `是同一件事吗？${what}，并撤回 #${id}。${number} ${title.join(" ")}`.trim();
}

/** 作为对 #12 的补充吗？三车间停电: of what was said soon behind it. `title`: with the number in front. */
export function additionTitle(title: string): string {
  const [number = "", ...words] = title.split(" ");
  return `作为对 ${number} 的补充吗？${words.join(" ")}`;
}

function wordOf(command: string): string {
  return isName(command) ? commandWord(command) : command;
}

function isName(command: string): command is CommandName {
  return command in COMMAND_WORDS;
}

/** Beside an offer, what else is possible: with every issue, and with one whose answer waits to be confirmed. */
export const OTHERWISE: Partial<Readonly<Record<string, string>>> = {
  answer: "修改内容请回复「改成：…」。",
  supervise: "修改内容请回复「改成：…」。",
};
/** What is taken back tells of so many matters. */
export function allGoing(id: number, count: number): string {
  return `这件里写了 ${count} 项内容，会一起撤回。只是其中一项不用办的，请回复「不用」，再发：补充 ${id} 哪一项不用办。`;
}

export const OTHERWISE_ANSWERED: Partial<Readonly<Record<string, string>>> = {
  solved: "尚未解决的，请直接说明哪里没有解决。",
  unsolved: "已经解决的，请回复「已解决」。",
  supplement: "已经解决的，请回复「已解决」；没有解决的，请回复「未解决」和原因。",
};

export function whichTitle(command: string): string {
  return `「${wordOf(command)}」指哪一件？请回复编号：`;
}

export function moreNotListed(left: number): string {
  return `另有 ${left} 件没有列出，可直接写编号。`;
}

/** What is asked for, by what is missing. `id`: of which issue. */
export const NEEDS = {
  text: (command: string, id: number | null) => `请写明${ofIssue(command, id)}的内容，直接回复即可。`,
  reason: (command: string, id: number | null) => `请说明${ofIssue(command, id)}的原因，直接回复即可。`,
  date: (command: string, id: number | null) =>
    `${ofIssue(command, id)}到哪一天？请直接回复日期或天数，例如：3天、下周五。`,
  unit: (command: string, id: number | null) =>
    `${ofIssue(command, id)}${command === "return" ? "建议转给" : "交给"}哪个单位？请直接回复单位名。`,
  company: () => "请说明是哪家企业，直接回复企业名即可。",
  number: (command: string, id: number | null, list: "mine" | "todo") =>
    id === null
      ? `「${wordOf(command)}」指哪一件？请回复编号，查看编号请发「${commandWord(list)}」。`
      : `#${id} 并入哪一件？请回复编号。`,
  person: (command: string) => `「${wordOf(command)}」请写明姓名，例如：由李四代。`,
  stars: (_command: string, id: number | null) =>
    `请给${id === null ? "办理情况" : ` #${id} `}打 1 到 5 分，直接回复数字。`,
} as const;

function ofIssue(command: string, id: number | null): string {
  const word = `「${wordOf(command)}」`;
  return id === null ? word : `${word}#${id} `;
}

/** Numbered suggestions behind a question. */
export function optionLine(place: number, name: string): string {
  return `${place} ${name}`;
}

/** What was asked before, and is not waited for any more. */
export function replaces(before: string): string {
  return `刚才询问的「${before}」不再等待回复。`;
}

/** What was shown to be raised, and waits on behind something else. `null`: nothing of it is said here. */
export function standsOn(texts: readonly (string | null)[]): string {
  return `${toldBefore(texts)}还没有提交：要提交请回复「是」，不提请回复「算了」。`;
}

/** The same where another question stands now. */
export function notSubmitted(texts: readonly (string | null)[], word: string): string {
  return `${toldBefore(texts)}没有提交：要提交请重发一次，开头写「${word}」。`;
}

function toldBefore(texts: readonly (string | null)[]): string {
  const shown = texts.flatMap((text) => (text === null ? [] : echo(text))).join("");
  return shown === "" ? "刚才的保密诉求" : `刚才说的${shown}`;
}

/** To a no behind which more is said than was understood. `isText`: what was shown can be written anew. */
export function dropped(before: string, isText: boolean): string {
  const rather = isText ? "要改内容请回复「改成：…」，其他事项请直接写明。" : "如有其他事项，请直接写明。";
  return `好的，刚才询问的「${before}」不办了；${rather}`;
}

/** What was asked about, as these sentences name it: 派单 5、7. */
export function calledBefore(command: string, numbers: readonly number[]): string {
  return [wordOf(command), numbers.join("、")].filter((part) => part !== "").join(" ");
}

export function greeting(name: string, usages: readonly string[]): string {
  return `${name}您好，我是${BOT_NAME}，园区企业诉求的提出、查询和办理都可以找我。常用：${usages.map((usage) => `「${usage}」`).join("、")}`;
}

/** Danger that was shown, and not filed, is over. */
export function overThen(word: string): string {
  return `没事就好，已告知营商办。刚才那件没有提交；仍要登记处理的，请回「${word}」。`;
}

/** What is said in return where nothing is done. */
export const TOLD = {
  "common-or-issue":
    "刚才说的是共性问题，不知道这句是对它还是对某件诉求，没有办。对共性问题请写明：措施、进展、时限、牵头、催办、答复、办结；对诉求请带上编号。",
  "which-common":
    "这句话里有几个共性问题的编号，不知道要办的是哪一个，什么都没有办。请一句只写一个，例如：G3 时限 12月9日；把诉求从一个挪到另一个的，请先写「G1 移出 6」，再写「G3 加入 6」。",
  "what-instead":
    "哪里不对？没有改动，请写正确的，例如「由交通局牵头」「12月10日前」「把 5 号放回去」；整个不要的，请写：撤销。",
  "what-a-common-problem-is":
    "共性问题是几家企业遇到的同类问题，由园区合在一起研究解决，编号（G 开头）在园区内部使用。您的诉求仍单独办理、单独答复；看进度请发：进度 编号，或「我的」。",
  "which-two": "合并哪两件？请写明两件的编号，例如：合并 12 7（#12 并入 #7）。",
  "join-stands":
    "同感登记后不能取消：它只计家数，不公布名称，也不改变那件诉求的办理，不需要的不必再管。登记有误、要告知责任单位的，请发「人工」。",
  "urge-stands":
    "好的，现在不催办，诉求照常办理；之前发出的催办，责任单位已经知道，不用撤。要催时请发：催办 编号；诉求本身不要了，请发：撤回 编号。",
  "not-pressed": "好的，现在没有催办、督办，诉求按原期限办理。要催时请发：催办 编号，或：督办 编号 内容。",
  "nothing-to-file": "好的，没有新提交诉求。之前已提交的不需要了，请发：撤回 编号；编号请发「我的」查看。",
  "not-filed":
    "没有查到您说的这件诉求，还没有提交。要提交请直接说是什么事，例如：诉求 厂门口路灯不亮；已提交的请发「我的」查看。",
  "no-figures": "全园区的统计数字不在这里提供。本企业的诉求请发「我的」；找本群公开的诉求请发：搜索 几个字。",
  "lead-of-what":
    "没有写明由谁牵头的是哪一件，没有办。共性问题请写：共性 牵头 G编号 单位名（编号请发「共性」查看）；诉求请写：派单 编号 单位名。",
  "others-confirm":
    "这件诉求是别的企业提出的，是否解决由那家企业确认，没有登记。您这边还没好的，请发：诉求 …（写明您这边的情况，单独办理、单独答复）。",
  "not-split":
    "一件诉求不能拆成几件：由一个单位主办，其他单位协办。要各办各的，请企业把另一件事再提一次，或由您代提：代 企业名 诉求 …，再分别派单。",
  "company-stands":
    "诉求登记在哪家企业名下不能改，没有改动。登记错企业的，请发「作废 编号 原因」，再由您代提：代 企业名 诉求 …；只是想记下来的，请发「备注 编号 内容」。",
  "none-of-that":
    "没有哪件诉求的标题对得上这句话说的事，没有派单。请写明编号，例如：派单 12 建设管理局；要查找请发：搜索 几个字。",
  "not-in-text":
    "没有改动：要改的字句在上面的内容里没有找到，或没看明白怎么改。请把整段话重新写一遍，例如「改成：明天中午十二点前恢复供水」。",
  "nothing-to-edit":
    "现在没有正在改的内容，没有改动。要改已发出的答复，请发：更正 编号 改正后的内容；要改措施，请把整句再写一次：措施 编号 内容。",
  "order-stands":
    "批示、督办送出后不能撤回；内容有误或需要调整的，请再发一次：督办 编号 …，并写明以此为准。对申请的同意、驳回也不能撤回，批错的请告诉营商办。",
  "request-stands":
    "申请（退单、延期、挂账）提出后不能自己撤回，现在还在等批复；不再需要的，请告诉营商办驳回（电话请发「人工」），驳回后诉求仍由本单位按原期限办理。",
  "unit-is-found": "不用写单位：退单申请已经报营商办，由营商办定给哪个单位；批复前诉求仍由本单位办理。",
  "no-request": "现在没有等批复的这类申请，不用撤回；本单位在办的诉求请发「待办」查看。",
  "record-stands": "记入的措施、备注和联系不能删除；要改的请再写一次，例如：措施 12 更换水泵 12月5日前，以后一次为准。",
  "kept-on-board": "人员、单位、企业、群和办理期限在网页看板的「管理」里新增和修改。",
  "words-of-units":
    "哪些字词归哪个单位，由单位的职责和类别的关键词定，在网页看板的「管理」里修改；没有改动，也没有派单。",
  holidays: "节假日和调休按本园区登记的放假安排计，不计入办理时间；某件诉求的期限怎么算，请发「期限 编号」。",
  "dispatch-stands": "派出去的单子收不回来；可以改派，由别的单位接着办。",
  "helper-stands": "协办单位请了就不能取消，没有改动；不用他们再办的，请直接告诉该单位，或发「备注 编号 内容」记下来。",
  "phone-of-staff": "这里不提供工作人员的电话；某件诉求该联系谁请发「进度 编号」，找营商办请发「人工」。",
  "say-in-private":
    "不方便在群里说的，请私聊我直接说「保密 诉求 …」，只有您和营商办看得到是哪家企业，群里不会出现；刚才的消息请自行撤回。",
  "what-confidence-is":
    "保密件不在企业群出现，责任单位只看到诉求内容，看不到企业和联系人；派给哪个单位由营商办决定，不希望哪个单位知道，可直接联系营商办（请发「人工」）。要提出诉求，直接说是什么事，会按保密件给您确认；已登记的诉求不能改成保密，只能撤回后重新提出。",
  "confidence-stands":
    "登记后的诉求不能再改成保密，这句话没有转给任何单位。不想让人知道是谁提的，可以发「撤回 编号」，再私聊我说「保密 诉求 …」重新提出（之前已看到的收不回）；要补充情况，请去掉保密的要求再发一次。",
  "confidence-from-outside":
    "登记后的诉求不能再改成保密，没有改动，也没有记录这句话。可请企业「撤回」后私聊我重新说「保密 诉求 …」；或由您「作废 编号 原因」，再发「代 企业名 诉求 保密 …」。",
  "said-elsewhere":
    "刚才那件请到与我的私聊里接着说（补充、更正、撤回、催办都可以），这句话没有转给任何单位。要说的是本群的诉求，请写上编号，例如：补充 12 …；是另一件事，请发：诉求 …。",
  "raised-elsewhere": "这件诉求不在本群提出，请到原来的群里说，或私聊我发「我的」查看和办理。",
} as const;

/** Behind a note or supplement that was made of a quotation. */
export const ALSO_POSSIBLE = "办理其他事项，可以发";

/** A move that this person may never make, where no issue is named. */
export function noRightTo(command: string): string {
  return `您没有「${wordOf(command)}」权限`;
}

/** A move that this person makes, where no issue is there for it now. */
export function nothingToMove(command: string): string {
  if (command === "approve" || command === "refuse") return "现在没有等您批复的申请";
  return `现在没有可以「${wordOf(command)}」的诉求`;
}

/** The other half of these sentences. `usages`: empty where nothing waits for the person. */
export function insteadOfIt(why: Saying, usages: readonly string[]): Saying {
  const can = usages.map((usage) => `「${usage}」`).join("");
  return both(why, can === "" ? "，可用的命令请发「帮助」。" : `；现在可以发：${can}。`);
}

/** What was said in the same message, and would have been asked about, too. */
export function leftOut({ command, number }: { readonly command: string; readonly number: number | null }): string {
  return `${number === null ? "" : `#${number} `}「${wordOf(command)}」没有办理，请另发一次。`;
}

/** A sentence among others, with the number that it is about. */
export function ofNumber(id: number, sentence: string): string {
  return `#${id}：${sentence}`;
}

/** To 是 and the like, where nothing is asked. */
export const NOTHING_ASKED = "现在没有等您回复的问题，请直接写要办的事项，例如：进度 12";

const ANSWERS: Readonly<Record<"offer" | "which" | "need", string>> = {
  offer: "回「是」或「算了」",
  which: "回编号，不办请回「算了」",
  need: "补充内容，不办请回「算了」",
};

/** To what leaves it open: it comes later, or it was merely thanks. */
export function notDoneYet(before: string, ask: keyof typeof ANSWERS): string {
  return `「${before}」还没有办，还在等您${ANSWERS[ask]}。`;
}

/** To what is not understood while something is asked. */
export function stillAsked(before: string, ask: keyof typeof ANSWERS): string {
  return `未能识别您的意思；刚才询问的「${before}」还在等您${ANSWERS[ask]}。`;
}
