const TITLE_LENGTH = 30;

/** The first line or sentence that says anything, as one line of at most 30 characters. */
export function titleOf(text: string): string {
  const lines = text.split(/[\n。！？!?；;]/u).map((one) => one.trim());
  const line = lines.find((one) => one !== "") ?? text.replace(/\s/gu, "");
  const characters = [...line];
  return characters.length <= TITLE_LENGTH ? line : `${characters.slice(0, TITLE_LENGTH - 1).join("")}…`;
}
