import { moreTimeIn } from "../../chat/understand/zh-cn-more-time.ts";
import type { Audience } from "../../domain/issue/audience.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { isDoable } from "../../domain/issue/lifecycle.ts";
import type { KnownBody, MoveFacts } from "../../domain/notice/notice.ts";
import type { Block, Card, Field } from "../../messages/card.ts";
import { dossierCard, issueTitle } from "../../messages/issue-card.ts";
import type { Announced, MoveHeard } from "../../messages/move-words.ts";
import type { IssueView, Reader } from "../../messages/reader.ts";
import { withoutContent } from "../../messages/without-content.ts";
import { commandOf, commandWord } from "../../messages/zh-cn/commands.ts";
import { MOVE_WORDS, SOME_COMPANY } from "../../messages/zh-cn/moves.ts";
import { saidForCompany } from "../../messages/zh-cn/moves-company.ts";
import { relayAndMendText } from "../../messages/zh-cn/places.ts";
import { joinedText, numberText, SUPERVISION_WORDS, suggestionsText } from "../../messages/zh-cn/terms.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { readIssue } from "../../store/issues.ts";
import { addedBefore, withAdded } from "./added.ts";
import { type LikeIssue, likeBlocks, likesOf } from "./likes.ts";

type Fresh = {
  readonly facts: MoveFacts;
  readonly issue: Issue;
  readonly likes: readonly LikeIssue[];
  readonly added: readonly string[];
};

export const moveNotice = noticeKind<Extract<KnownBody, { kind: "move" }>, Fresh>("move", {
  lookAgain: async ({ facts }, { db, issueId }, reader) => {
    const issue = issueId === null ? null : await readIssue(db, issueId);
    if (issue === null) return null;
    return { facts, issue, likes: await likesOf({ db, reader }, issue), added: await addedBefore(db, facts, issue) };
  },
  card: ({ facts, issue, likes, added }, reader) =>
    withoutContent(issue, reader) ??
    withLikes(withAdded(moveCard(facts, issue, reader), added, issue, reader), likeBlocks(likes, issue.id)),
  passedOn: ({ kind, facts }, { missed }) => ({ kind, facts: { ...facts, instead: missed } }),
});

/** Before what can be done next. */
function withLikes({ blocks }: Card, likes: readonly Block[]): Card {
  const at = blocks.findIndex(({ kind }) => kind === "actions");
  return { blocks: at < 0 ? [...blocks, ...likes] : [...blocks.slice(0, at), ...likes, ...blocks.slice(at)] };
}

/** The announcement of a move for one audience: what was recorded, in its words. */
export function moveCard(facts: MoveFacts, issue: Issue, reader: Reader): Card {
  const view = reader.issue(issue);
  const move = heardBy(reader, facts, issue, view);
  const { action, forCompany } = facts;
  const isSaidForIt = forCompany === true && reader.audience.kind === "company" && isDoable(action);
  const announced = isSaidForIt ? saidForCompany(move, commandWord(commandOf(action))) : MOVE_WORDS[action].heard(move);
  // Who is to pass it on is told what the other can do.
  if (facts.instead === undefined) {
    const next = announced.next?.filter(({ command }) => reader.offers(command));
    return cardOf({ ...announced, next }, view, move.text);
  }
  const card = cardOf(announced, view, move.text);
  const relay = relayAndMendText(facts.instead, reader.park.directory);
  return { blocks: [...card.blocks, { kind: "text", text: relay }] };
}

/** What was recorded, as this reader may see it. */
function heardBy(reader: Reader, facts: MoveFacts, issue: Issue, view: IssueView): MoveHeard {
  const moment = (iso: string | undefined) => (iso === undefined ? null : reader.dateTime(new Date(iso)));
  return {
    id: view.id,
    title: issueTitle(view),
    internal: reader.seesInternal,
    lostIt: lostBy(facts, reader),
    state: facts.state,
    who: actorName(facts, reader.audience, view.company),
    company: reader.seesInternal ? view.company : null,
    text: saidTo(reader, facts, issue),
    department: facts.department === undefined ? null : reader.department(facts.department),
    due: moment(facts.due),
    dueNow: view.due,
    date: moment(facts.date),
    suggestions: suggestionsText(issue.suggestions.map((code) => reader.department(code))),
    rating: facts.rating ?? null,
    danger: facts.danger === true,
    other: facts.other ?? null,
    joined: joinedText(facts.joined ?? issue.joined.length),
    request: facts.request ?? null,
    number: numberText(facts.number ?? SUPERVISION_WORDS.supervise),
  };
}

/** What was said with it. Why more time was given a company is told without the words in which the office was asked for it. */
function saidTo(reader: Reader, { action, request, text = "" }: MoveFacts, issue: Issue): string | null {
  const isPlea = action === "approve" && request === "extend" && !reader.seesInternal;
  const said = isPlea ? (moreTimeIn(text, reader.now, reader.park.calendar)?.reason ?? text) : text;
  return said === "" ? null : reader.text(said, issue);
}

function lostBy(facts: MoveFacts, { audience, park: { directory } }: Reader): boolean {
  if (audience.kind !== "department" || facts.previous === undefined) return false;
  const now = [facts.department, directory.department(facts.department ?? "")?.trackedBy];
  const before = [facts.previous, directory.department(facts.previous)?.trackedBy];
  return before.includes(audience.department) && !now.includes(audience.department);
}

/** Officials by unit and name; company people by company alone, as far as it may be named. */
function actorName(facts: MoveFacts, audience: Audience, company: string | null): string {
  if (facts.byCompany === true) return audience.kind === "company" ? facts.actor : (company ?? SOME_COMPANY);
  if (facts.unit === undefined) return facts.actor;
  return audience.kind === "enterprise" ? facts.unit : `${facts.unit} ${facts.actor}`;
}

function cardOf(announced: Announced, issue: IssueView, text: string | null): Card {
  const { title, next = [] } = announced;
  const fields = (announced.fields ?? []).flatMap(({ label, value }): Field[] =>
    value === null ? [] : [{ label, value }],
  );
  if (announced.whole) return dossierCard(title, issue, { fields, next });
  const said = announced.withoutText ? null : text;
  const blocks: Block[] = [
    { kind: "title", text: title },
    ...(fields.length === 0 ? [] : [{ kind: "fields" as const, fields }]),
    ...(said === null ? [] : [{ kind: "said" as const, text: said }]),
    ...(next.length === 0 ? [] : [{ kind: "actions" as const, steps: next }]),
  ];
  return { blocks };
}
