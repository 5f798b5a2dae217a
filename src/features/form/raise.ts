import { wishesIn } from "../../chat/wishes.ts";
import type { Actor, Issue, Reporter } from "../../domain/issue/issue.ts";
import { unlistedCode } from "../../domain/park/unlisted.ts";
import type { Context, Source } from "../../issues/context.ts";
import { raise } from "../../issues/submit.ts";

/** What somebody outside of the organisation raises by the form, filed as what a guest says in a chat. */

export interface Report {
  /** As he calls it. */
  readonly company: string;
  /** As `phoneIn` gives it. */
  readonly phone: string;
  readonly text: string;
  /** The ids under which the pictures that came with it are kept. */
  readonly pictures: readonly string[];
}

/** A page is no platform's message. */
export const FROM_PAGE: Source = { platform: null, messageId: null, chat: null };

/** Of several companies that the name may mean none is named to a stranger. */
export type RaisedByForm = { readonly issue: Issue; readonly danger: boolean } | "several" | "empty";

/**
 * Files it, and tells the coordinator who says to be which company. By a name that nobody has listed it is kept under that name.
 * That the same was raised before is not said: it may have been another.
 */
export async function raiseByForm(ctx: Context, { company, phone, text, pictures }: Report): Promise<RaisedByForm> {
  const { directory } = ctx.park;
  const match = directory.companyNamed(company);
  if (match.kind === "many") return "several";
  const { danger, ...wishes } = wishesIn(text, directory);
  if (wishes.text === "") return "empty";
  const enterprise = match.kind === "one" ? match.found.code : unlistedCode(company);
  const reporter: Reporter = { name: company, platform: "form", userId: phone, verified: false };
  const raised = { ...wishes, danger, enterprise, pictures: pictures.length, publicIn: null };
  const raiser = {
    ctx,
    actor: actorOf(reporter, enterprise),
    sender: reporter,
    source: { ...FROM_PAGE, files: pictures },
  };
  return { issue: await raise(raiser, raised), danger };
}

/** Who has raised something by the form, as he acts on it later. */
export function actorOf({ name, platform, userId, verified }: Reporter, enterprise: string): Actor {
  return { kind: "guest", name, role: null, enterprise, platform, userId, verified };
}
