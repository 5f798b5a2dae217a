/** From whom an issue is to be kept: what it hears, and what the coordinator reads. */

export const NOT_YOURS = "只有提出这件诉求的企业可以要求回避。";
export const IS_OVER = "这件诉求已经办完，不再交给任何单位。";
export const NAME_THE_UNIT = "请写明要回避的单位，例如：回避 12 建设管理局";

/** `has`: the unit, where it has read the issue already. */
export function toldOffice(id: number, has: string | null, isConfidential: boolean): string {
  const told = `已单独转告营商办，#${id} 交办时会回避；这句话没有发给任何单位。`;
  if (has === null) return told;
  const hidden = isConfidential ? "保密诉求的责任单位只看到诉求内容，看不到企业名称。" : "";
  return `${told}\n${has}已收到这件诉求的内容，是否改派由营商办决定。${hidden}`;
}

/** The coordinator's own wish. `has`: the unit, where it has read the issue already. */
export function kept(id: number, units: string, has: string | null): string {
  const told = `已记下：#${id} 对${units}回避；交给它之前会先请您确认。这句话没有发给任何单位。`;
  return has === null ? told : `${told}\n${has}已收到这件诉求的内容，如不应由它办理，请改派。`;
}

export function keptHere(id: number): string {
  return `已记下 #${id} 的回避要求，没有发给任何单位；具体内容请在与机器人的私聊中查看进度。`;
}

export const AVOIDS = "要求回避";

export function wishOf(title: string): string {
  return `${title} 企业要求回避`;
}

export const ASK_ALONE = "具体内容只发给营商办专员本人，请在与机器人的私聊中查看这件诉求的进度。";
export const FOR_YOU_ALONE = "只有您看到这句话，请不要转给相关单位；交给要求回避的单位之前，会先请您确认。";

/** Before an issue goes to a unit from which its company, or the coordinator himself, wishes to keep it. */
export function keptFromWarning(unit: string, readers: readonly string[]): string {
  return `这件诉求要求对${unit}回避；交办后${readers.join("、")}能看到全部内容。`;
}
