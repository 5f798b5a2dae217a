/** To an official whose last move was meant for another issue, or was too early: where it has gone, and how it is put right there. */

/** `company`: null where it is not named here. */
export function hasGone(id: number, company: string | null, isAnswer: boolean): string {
  const how = isAnswer ? `更正 ${id} 改正后的答复` : `进展 ${id} 更正说明`;
  return `#${id} 的这条已发给${company ?? "提出的企业"}，不能收回；要改正请发「${how}」。`;
}

export function staysNoted(id: number): string {
  return `已记入 #${id} 的不能删除（企业看不到）；要说明有误请发「备注 ${id} …」。`;
}
