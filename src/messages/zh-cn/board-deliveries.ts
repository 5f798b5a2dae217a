/** The page of what did not arrive. */

export const DELIVERIES = {
  title: "投递",
  dead: "没有送达",
  waiting: "等待发出",
  empty: "没有等待或失败的消息：都已送达。",
  noDead: "没有失败的消息。",
  number: "消息",
  place: "发往",
  about: "关于",
  reason: "原因",
  made: "产生时间",
  since: "失败时间",
  goes: "将于",
  tries: "已试次数",
  resend: "重发",
  mend: "先按原因改好（例如补上群的 webhook），再点「重发」。",
} as const;

/** 共 130 条，这里是最近的 100 条 */
export const shownOf = (all: number, shown: number) =>
  all > shown ? `共 ${all} 条，这里列出 ${shown} 条` : `共 ${all} 条`;

/** For somebody who hears the button and not the row. */
export const resendNumber = (id: number) => `重发 ${id}`;
