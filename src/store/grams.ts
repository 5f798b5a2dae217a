import { type SQL, sql } from "drizzle-orm";

/**
 * Each two characters that stand side by side: Chinese is written without spaces, its words have two or three characters, and an
 * index of these needs no extension of the database and no dictionary.
 */

const LARGE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Those of a text, in SQL. Latin letters alone are made small, because which others are is the server's locale's to say. */
export function gramsIn(text: SQL): SQL {
  const small = sql`translate(${text}, ${sql.raw(`'${LARGE}', '${LARGE.toLowerCase()}'`)})`;
  return sql`array(select distinct substr(${small}, at, 2) from generate_series(1, length(${text}) - 1) as at)`;
}

/** Those by which a word is found; not those with a letter that may be large or small somewhere else. */
export function gramsOf(word: string): readonly string[] {
  const characters = [...word.replace(/[A-Z]/g, (letter) => letter.toLowerCase())];
  return characters
    .slice(1)
    .map((character, index) => `${characters[index]}${character}`)
    .filter((gram) => !/[^ -~]/.test(gram) || gram.toLowerCase() === gram.toUpperCase());
}
