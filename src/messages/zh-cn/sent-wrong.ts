/** To who finds that his last move was meant for another issue, or was too early: where it has gone, and how it is put right there. */

/** `company`: null where it is not named here. */
export function hasGone(id: number, company: string | null, isAnswer: boolean): string {
  const how = isAnswer ? `更正 ${id} 改正后的答复` : `进展 ${id} 更正说明`;
  return `#${id} 的这条已发给${company ?? "提出的企业"}，不能收回；要改正请发「${how}」。`;
}

export function staysNoted(id: number): string {
  return `已记入 #${id} 的不能删除（企业看不到）；要说明有误请发「备注 ${id} …」。`;
}

/** To a company whose words went to another issue than it meant. */
export function staysReopened(id: number): string {
  return `#${id} 已经重开，责任单位已收到；不用再办的请发「撤回 ${id}」。刚才说的可以单独提：`;
}

export function staysAdded(id: number): string {
  return `刚才的内容已记入 #${id}，不能删除；要说明请发「补充 ${id} 上一条不是这件事」。刚才说的可以单独提：`;
}
