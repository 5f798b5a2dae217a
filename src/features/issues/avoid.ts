import { type Conversation, type Reply, type Said, sentence } from "../../chat/conversation.ts";
import { findDossier, notHere } from "../../chat/find.ts";
import { nextInConfidence } from "../../chat/understand/confidence.ts";
import { unitsToAvoid } from "../../chat/understand/kept-from.ts";
import { isCoordinator, isOpen } from "../../domain/issue/issue.ts";
import { partiesOf } from "../../domain/issue/lifecycle.ts";
import { officePlaces, tell } from "../../issues/tell.ts";
import type { Card } from "../../messages/card.ts";
import { issueTitle } from "../../messages/issue-card.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/avoid.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { readIssue } from "../../store/issues.ts";
import { keepFrom } from "../../store/kept-from.ts";

/** 回避 12 建管局: from whom a company wishes its issue to be kept. The coordinator alone hears of it, may wish it himself, and is asked before a unit gets it. */
export async function avoidUnit(conversation: Conversation, { id, rest }: Said): Promise<Reply> {
  const { ctx, actor, reader } = conversation;
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { issue, involved } = dossier;
  const isByOffice = isCoordinator(actor);
  if (!isByOffice && !partiesOf(actor, issue, involved).includes("company")) return sentence(words.NOT_YOURS, id);
  if (!isOpen(issue)) return sentence(words.IS_OVER, id);
  if (rest.trim() === "") return sentence(words.NAME_THE_UNIT, id);
  const units = unitsToAvoid(rest, ctx.park);
  if (isByOffice && units.length === 0) return sentence(words.NAME_THE_UNIT, id);
  await keepFrom(ctx.db, id, units);
  const has = [issue.department ?? "", involved.trackedBy ?? "", ...involved.helpers].find((one) =>
    units.includes(one),
  );
  if (isByOffice) return sentence(keptByOffice(conversation, id, units, has), id);
  const notice = avoidNotice.of({ text: rest, units });
  await tell(ctx, await officePlaces(ctx), { notice, issueId: id, express: true });
  const told = words.toldOffice(id, has === undefined ? null : reader.department(has), issue.confidential);
  // Who speaks in confidence goes on so.
  const next = { command: "submit", word: commandWord("submit"), number: null, rest: "" };
  return { ...sentence(told, id), ...(issue.confidential && { asks: nextInConfidence(next) }) };
}

/** The coordinator's own wish: where others read the answer, it says that something is kept, and not what. */
function keptByOffice({ reader }: Conversation, id: number, units: readonly string[], has: string | undefined): string {
  if (reader.audience.kind !== "coordinator") return words.keptHere(id);
  const names = units.map((code) => reader.department(code)).join("、");
  return words.kept(id, names, has === undefined ? null : reader.department(has));
}

interface AvoidBody {
  readonly kind: "avoid";
  /** As the company said it. */
  readonly text: string;
  readonly units: readonly string[];
}

/** In a group that stands in for the coordinator others read: there it is said that there is something, and not what. */
export const avoidNotice = noticeKind<AvoidBody, { readonly body: AvoidBody; readonly title: string }>("avoid", {
  lookAgain: async (body, { db, issueId }, reader) => {
    const issue = issueId === null ? null : await readIssue(db, issueId);
    return issue === null ? null : { body, title: issueTitle(reader.issue(issue)) };
  },
  card: ({ body, title }, reader) => avoidCard(body, title, reader),
});

function avoidCard({ text, units }: AvoidBody, title: string, reader: Reader): Card {
  const head = { kind: "title" as const, text: words.wishOf(title) };
  if (reader.audience.kind !== "coordinator") return { blocks: [head, { kind: "text", text: words.ASK_ALONE }] };
  const value = units.map((code) => reader.department(code)).join("、");
  return {
    blocks: [
      head,
      ...(value === "" ? [] : [{ kind: "fields" as const, fields: [{ label: words.AVOIDS, value }] }]),
      { kind: "said", text },
      { kind: "text", text: words.FOR_YOU_ALONE },
    ],
  };
}
