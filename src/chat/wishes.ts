import type { Directory } from "../domain/park/directory.ts";
import { isDanger } from "./understand/zh-cn-danger.ts";
import { readWishes, type Wishes } from "./understand/zh-cn-wishes.ts";

/** What is raised, read: what is wished inside the text, and whether it tells of danger to life, which is urgent. */
export interface Wished extends Wishes {
  readonly danger: boolean;
}

export function wishesIn(text: string, directory: Directory): Wished {
  const wishes = readWishes(text, (name) => directory.categoryNamed(name) !== undefined);
  return isDanger(text) ? { ...wishes, urgency: "urgent", danger: true } : { ...wishes, danger: false };
}
