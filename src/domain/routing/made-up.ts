/** Texts of which nobody is sure, whatever words stand in them: a person has to read them. */

/** What is longer raises more than one matter, or none. */
const LONGEST = 3000;
/** In less there is no telling. */
const ENOUGH = 60;
const PIECE = 3;
/** Of what a person writes most pieces stand there once; of a word that is written again and again hardly any is new. */
const LEAST_NEW = 0.2;

/** Whether a text is too long, or says the same again and again. */
export function isBeyondJudging(text: string): boolean {
  if (text.length < ENOUGH) return false;
  if (text.length > LONGEST) return true;
  const letters = [...text.replace(/\s/gu, "")];
  const count = letters.length - PIECE + 1;
  if (count < ENOUGH) return false;
  const pieces = new Set(letters.slice(0, count).map((_, start) => letters.slice(start, start + PIECE).join("")));
  return pieces.size < count * LEAST_NEW;
}
