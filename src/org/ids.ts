import { isMap, isSeq, parseDocument } from "yaml";
import { type Person, PLATFORMS } from "../domain/park/org.ts";
import { YAML_OPTIONS } from "./document.ts";

/** Somebody of an org file by the place there, as the file has them and as they are known. */
export interface Ids {
  readonly index: number;
  readonly before: Person;
  readonly person: Person;
}

/** The text of an org file with ids that it does not have yet; everything else stays as it is written. */
export function withIds(text: string, ids: readonly Ids[]): string {
  const document = parseDocument(text, YAML_OPTIONS);
  const people = document.get("people");
  for (const { index, before, person } of ids) {
    const node = isSeq(people) ? people.items[index] : undefined;
    if (!isMap(node)) continue;
    for (const platform of PLATFORMS) {
      if (before[platform] === undefined && person[platform] !== undefined) node.set(platform, person[platform]);
    }
  }
  return document.toString({ lineWidth: 0 });
}
