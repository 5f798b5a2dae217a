import type { Person } from "../../domain/park/org.ts";
import type { Card } from "../../messages/card.ts";
import { mindThat, OPERATOR, SOMEBODY, variableSentence } from "../../messages/zh-cn/admin.ts";
import type { OrgInForce } from "../../org/desk.ts";
import type { Difference } from "../../org/differences.ts";
import type { OrgError } from "../../org/document.ts";
import { writtenIn } from "../../org/edit.ts";
import type { NewOrgChange, OrgChange } from "../../store/org-changes.ts";
import type { Asking } from "../page.ts";
import { forbidden } from "./may.ts";
import { errorSentence, nameOfCode, namesAfter, warningsAnew } from "./sentences.ts";

/** How a change of the org that was made on a page comes into force, or why it does not. */

/** Sentences for who wanted it; nothing was changed. */
export interface Refused {
  readonly refused: readonly string[];
}

/** What would change, for who asks. */
export type Looked =
  | Refused
  | { readonly weighed: Extract<Awaited<ReturnType<Asking["deps"]["org"]["weigh"]>>, { org: unknown }> };

export function personOf({ frame }: Asking): Person {
  return frame("admin").person;
}

/**
 * Weighs a text, in the words of a page; what this person may not change is refused as well. `wrongIn`: how it is said what is wrong
 * with it.
 */
export async function look(
  asking: Asking,
  before: OrgInForce,
  text: string,
  wrongIn: (errors: readonly OrgError[]) => readonly string[] = (errors) => wrongOnPage(errors, text, before),
): Promise<Looked> {
  const { deps, conversation } = asking;
  const weighed = await deps.org.weigh(conversation.ctx.db, before, text);
  if ("variables" in weighed) return { refused: weighed.variables.map(variableSentence) };
  if ("errors" in weighed) return { refused: wrongIn(weighed.errors) };
  const no = forbidden(personOf(asking), weighed.differences, { before: before.org, after: weighed.org });
  return no === null ? { weighed } : { refused: [no] };
}

/** By the names of what is written there. */
function wrongOnPage(errors: readonly OrgError[], text: string, { org }: OrgInForce): readonly string[] {
  const nameAt = namesAfter(writtenIn(text), org);
  return errors.map((one) => nameOfCode(errorSentence(one, nameAt), one.path, org));
}

/** What was done, and what is doubtful of it that was not so before. */
export interface Saved {
  readonly differences: readonly Difference[];
  readonly warnings: readonly string[];
}

/** Puts a text in force that differs from the one before. */
export async function save(
  asking: Asking,
  before: OrgInForce,
  { text, place }: { readonly text: string; readonly place: NewOrgChange["place"] },
): Promise<Refused | Saved> {
  const looked = await look(asking, before, text);
  if ("refused" in looked) return looked;
  const { ctx } = asking.conversation;
  const { org, differences, warnings, written } = looked.weighed;
  const doing = { by: personOf(asking).name, place, at: ctx.now };
  await asking.deps.org.put(ctx.db, before, { text, org, doing });
  return { differences, warnings: warningsAnew(before.warnings, warnings, written, org) };
}

/** What is said of it on the page behind the form. */
export function saidOf(sentence: string, { warnings }: Saved): Card {
  return { blocks: [sentence, ...warnings.map(mindThat)].map((text) => ({ kind: "text", text })) };
}

/** Who made a change, and when, for who comes after it. */
export function whoAndWhen({ conversation }: Asking, change: OrgChange | null): readonly [who: string, at: string] {
  const at = conversation.reader.dateTime(change?.at ?? conversation.ctx.now);
  return [change === null ? SOMEBODY : (change.by ?? OPERATOR), at];
}
