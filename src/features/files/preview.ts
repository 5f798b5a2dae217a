import { isShown } from "./accepted.ts";
import type { Shelf } from "./shelf.ts";

/** Small pictures for pages, made when somebody first looks. Drawn anew, so that nothing of where and by what it was taken is left. */

/** In pixels, of the longer side. */
const LONGEST = 480;
/** A picture of more pixels would take hundreds of megabytes to draw. */
const MOST_PIXELS = 50_000_000;
const QUALITY = 78;

/** Under which the small picture of a file is kept. */
export function previewKey(digest: string): string {
  return `${digest}-small`;
}

/** As JPEG. Null: it is no picture that can be drawn here, or too large a one. */
export async function previewOf(
  shelf: Pick<Shelf, "get" | "put">,
  { digest, mime }: { readonly digest: string; readonly mime: string | null },
): Promise<Buffer | null> {
  if (!isShown(mime)) return null;
  return (await shelf.get(previewKey(digest))) ?? inTurn(() => made(shelf, digest));
}

/** One at a time, from the reading on: each takes a part of a second of the processor, and memory for all its bytes and pixels. */
let before: Promise<unknown> = Promise.resolve();

function inTurn<T>(make: () => Promise<T>): Promise<T> {
  const one = before.then(make);
  before = one.catch(() => {});
  return one;
}

async function made(shelf: Pick<Shelf, "get" | "put">, digest: string): Promise<Buffer | null> {
  // Whoever stood before this one may have wanted the same.
  const known = await shelf.get(previewKey(digest));
  if (known !== null) return known;
  const bytes = await shelf.get(digest);
  const small = bytes === null ? null : await draw(bytes).catch(() => null);
  if (small !== null) await shelf.put(previewKey(digest), small);
  return small;
}

async function draw(bytes: Buffer): Promise<Buffer | null> {
  // Loaded when they are needed first: most processes live long without them.
  const { imageSize } = await import("image-size");
  const { width, height } = imageSize(bytes);
  if (!(width > 0 && height > 0) || width * height > MOST_PIXELS) return null;
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  const image = await loadImage(bytes);
  const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  const context = canvas.getContext("2d");
  // What is seen through is white, as the page.
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.encode("jpeg", QUALITY);
}
