/** A common problem's lead, as its command says it. */
const SETS_THE_LEAD = /^共性 牵头 /u;

export function setsTheLead(said: string): boolean {
  return SETS_THE_LEAD.test(said);
}

/** 共性 牵头 G3 交通局，建设管理局配合 */
export function withHelping(said: string, names: readonly string[]): string {
  return [said, ...names.map((name) => `${name}配合`)].join("，");
}
