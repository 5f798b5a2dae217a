import { fileURLToPath } from "node:url";
import { GlobalFonts } from "@napi-rs/canvas";

/**
 * The font that comes with the program, because servers have no Chinese fonts. It has the 7,900 commonest characters; a rarer one,
 * say in a park's name, is drawn in a font of the machine, or as a box.
 */
export const OWN_FONT = "Chaxu Sans";

/** The two weights that are used. */
const FILES = [
  import.meta.resolve("@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2"),
  import.meta.resolve("@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff2"),
];

let registered = false;

/** Makes the font known to the drawing library, once in a process. Throws when a file of the package is missing. */
export function registerOwnFont(): void {
  if (registered) return;
  for (const file of FILES) {
    if (GlobalFonts.registerFromPath(fileURLToPath(file), OWN_FONT) === null) {
      throw new Error("a font file of @fontsource/noto-sans-sc cannot be read");
    }
  }
  registered = true;
}
