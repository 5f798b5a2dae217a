/** What is said of the pictures and files that come with messages, in chats and on pages. */

/** What came: 图片 2 张、文件 1 个. */
export interface Came {
  readonly pictures: number;
  readonly files: number;
}

function cameText({ pictures, files }: Came): string {
  const parts = [...(pictures > 0 ? [`图片 ${pictures} 张`] : []), ...(files > 0 ? [`文件 ${files} 个`] : [])];
  return parts.join("、");
}

/** In place of the words of a message that has none. */
export function inPlaceOfWords(came: Came): string {
  return `（${cameText(came)}）`;
}

const EXAMPLE = "例如：诉求 三车间漏水（附图）";

function thing({ files, pictures }: Came): string {
  if (files === 0) return "图片";
  return pictures === 0 ? "文件" : "图片和文件";
}

/** It is not clear to which issue it belongs; it is kept while that is asked. */
export function whichIssue(came: Came): string {
  return `已收到${thing(came)}，请连同文字一起发，${EXAMPLE}。10 分钟内补发文字也行，或只发诉求的编号，不用再发一次。`;
}

/** 作为对 #12 的补充吗？ of what came without words soon behind that issue. `isNote`: for the office alone. */
export function addsTo(
  came: Came,
  { number, title, isNote }: { readonly number: number; readonly title: string; readonly isNote: boolean },
): string {
  const what = isNote ? "内部备注（企业看不到）" : "补充";
  return `已收到${cameText(came)}，作为对 #${number} 的${what}吗？${title}`;
}

export const OR_ANOTHER = "是别的事的，请补发文字，或只发那件诉求的编号，10 分钟内不用再发一次。";

/** They were not added to it, and wait on. */
export function notAdded(number: number): string {
  return `好的，没有记入 #${number}。是别的事的，请在 10 分钟内补发文字，或只发那件诉求的编号；不需要的不用再管。`;
}

/** It was taken for what is asked already. */
export function takenFor(came: Came): string {
  return `已收到${cameText(came)}，会和上一条一起办理。请先回答上一条的问题，例如「是」。`;
}

/** Why something could not be kept. */
export const LOST = {
  gone: "平台上的地址已失效",
  "too-large": "超过 20 MB",
  type: "格式不支持",
  address: "平台给的地址不可信",
} as const;
export type Lost = keyof typeof LOST;

export function isLost(reason: string | null): reason is Lost {
  return reason !== null && Object.hasOwn(LOST, reason);
}

const TAKEN = "可以发 JPG、PNG、GIF、WebP、BMP、HEIC、TIFF 图片和 PDF、Word、Excel、PPT、WPS 文件。";

/** What could not be kept of one message, each with its reason; `issue`: to which it belongs. */
export function lostText(
  lost: readonly { readonly name: string | null; readonly kind: "picture" | "file"; readonly reason: Lost }[],
  issue: number | null,
): string {
  const kinds = new Map<string, number>();
  for (const { name, kind, reason } of lost) {
    const what = `${name === null || kind === "picture" ? (kind === "picture" ? "图片" : "文件") : `文件「${name}」`}：${LOST[reason]}`;
    kinds.set(what, (kinds.get(what) ?? 0) + 1);
  }
  const list = [...kinds].map(([what, count]) => (count === 1 ? what : `${what}（${count} 个）`)).join("；");
  const again =
    issue === null
      ? "请换一个再发一次，并写上是什么事。"
      : `文字已经记下。请重新发一次，并写上「补充 ${issue}」，或引用我关于 #${issue} 的消息发。`;
  const taken = lost.some(({ reason }) => reason === "type") ? TAKEN : "";
  return `您刚才发的附件没有保存下来（${list}）。${taken}${again}`;
}

/** On the page of an issue. */
export const FILES = {
  head: "图片和文件",
  waiting: "正在从平台取回",
  lost: "没有保存下来",
  removed: "已按保存期限删除",
} as const;

/** 由「补充」带来 */
export function cameWith(word: string): string {
  return `随「${word}」`;
}

/** 1.2 MB */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** How a picture that has no name is called: 图片-12-1.jpg. */
export function pictureName(issue: number, place: number, ending: string): string {
  return `图片-${issue}-${place}.${ending}`;
}

export function fileName(issue: number, place: number, ending: string): string {
  return `文件-${issue}-${place}.${ending}`;
}

/** Behind which stand digits alone: 12, #12, 12号. */
export const NUMBER_ALONE = /^\s*[#＃]?\s*([\d０-９]{1,6})\s*号?\s*$/u;
