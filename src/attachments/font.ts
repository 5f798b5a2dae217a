import { fileURLToPath } from "node:url";
import { GlobalFonts } from "@napi-rs/canvas";

/** The font of everything that is drawn: it comes with the program, because servers have no Chinese fonts. */
export const FONT = "Chaxu Sans";

/** Every weight that is used; the drawing library takes the nearest one. */
const WEIGHTS = [400, 700] as const;

let registered = false;

/** Makes the font known to the drawing library, once in a process. Throws when a file of the package is missing. */
export function registerFont(): void {
  if (registered) return;
  for (const weight of WEIGHTS) {
    const file = `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`;
    const path = fileURLToPath(import.meta.resolve(file));
    if (GlobalFonts.registerFromPath(path, FONT) === null) throw new Error(`the font ${file} cannot be read`);
  }
  registered = true;
}
