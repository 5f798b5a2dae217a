/** 供电公司 → 供电: what a unit's name begins with, as people say it. */
export function stemOf(name: string): string {
  return name.replace(/(?:有限)?(?:公司|分局|局|中心|办公室|办|委员会|委)$/u, "");
}
