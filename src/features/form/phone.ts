/** A mobile number, or one with its area code; the country's own code may stand before it. */
const MOBILE = /^(?:\+?86|0086)?(1[3-9]\d{9})$/;
const LANDLINE = /^(?:\+?86|0086)?(0\d{2,3}[2-9]\d{6,7})$/;
/** 400 and 800 numbers of companies. */
const SERVICE = /^([48]00\d{7})$/;

/** The digits of a telephone number, however it is written; null: it is none that could be called. */
export function phoneIn(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/[\s()‐-―-]/g, "");
  for (const form of [MOBILE, LANDLINE, SERVICE]) {
    const found = form.exec(plain)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
