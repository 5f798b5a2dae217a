import type { Conversation } from "../../chat/conversation.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import { CLOCK_ACTOR, type Issue } from "../../domain/issue/issue.ts";
import type { PlatformName } from "../../domain/park/org.ts";
import { BY_ITSELF } from "../../messages/zh-cn/dossier.ts";
import { type Look as Kept, looksOf } from "../../store/disclosures.ts";
import { olderPage } from "../older.ts";

/** Somebody was shown something of an issue, for people. */
export interface Look {
  readonly id: number;
  readonly kind: Kept["kind"];
  readonly who: string;
  readonly at: string;
  readonly where: PlatformName | "page" | "clock";
  /** The group in which it was shown, so that others have read it too. */
  readonly chat: string | null;
}

export interface LookPage {
  readonly looks: readonly Look[];
  /** Before which there are more. Null: there are none. */
  readonly next: number | null;
}

const ON_A_PAGE = 20;

/**
 * Who has looked at an issue, the newest first: for the coordinator, the leaders and the company itself. Null: not for these
 * eyes. A unit is not told how the others go about it.
 */
export async function looksAt(
  { ctx, reader }: Conversation,
  issue: Issue,
  before: number | null,
): Promise<LookPage | null> {
  const { kind } = reader.audience;
  if (kind === "department" || kind === "enterprise") return null;
  const found = await looksOf(ctx.db, issue.id, { before, limit: ON_A_PAGE + 1 });
  const { shown, next } = olderPage(found, ON_A_PAGE, ({ id }) => id);
  const knowsPlace = companyShown(issue, reader.audience) !== "hidden";
  return {
    looks: shown.map((one) => ({
      id: one.id,
      kind: one.kind,
      who: whoOf(one, reader),
      at: reader.dateTime(one.at),
      where: one.kind === "forgotten" ? "clock" : (one.platform ?? "page"),
      chat: one.chat === null || !knowsPlace ? null : reader.chat(one.chat),
    })),
    next,
  };
}

/** 供电公司 王建国 */
function whoOf({ person }: Kept, { park: { directory } }: Conversation["reader"]): string {
  if (person === CLOCK_ACTOR.name) return BY_ITSELF;
  const unit = directory.person(person)?.department;
  return unit === undefined ? person : `${directory.departmentName(unit)} ${person}`;
}
