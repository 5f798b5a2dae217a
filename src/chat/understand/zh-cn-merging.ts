/** 67并到61里: into which one. In plain text. */
const INTO = /(?:并|合|归)(?:入|到|进|在)(?:了)?\s*#?(\d{1,6})(?!\d)/u;

export function intoSaid(plain: string): number | null {
  const match = INTO.exec(plain);
  return match === null ? null : Number(match[1]);
}
