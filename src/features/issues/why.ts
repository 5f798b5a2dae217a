import { type Conversation, type Reply, type Said, sentence } from "../../chat/conversation.ts";
import { findDossier, notHere, visible } from "../../chat/find.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { reasonText } from "../../domain/issue/routing.ts";
import { routeIn } from "../../domain/routing/decide.ts";
import * as words from "../../messages/zh-cn/why.ts";
import { movesOf, type StoredEvent } from "../../store/events.ts";
import { readIssues } from "../../store/issues.ts";

/** 为什么 12: who or what decided which unit has it, what its own words led to, and what else was possible. It changes nothing. */
export async function explainRouting(conversation: Conversation, { id }: Said): Promise<Reply> {
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { issue } = dossier;
  const { park } = conversation.ctx;
  const { reason, text, department } = issue;
  const routing = routeIn(text, park);
  const possible = routing.kind === "sure" ? [routing] : routing.suggestions;
  const others = possible.filter((one) => one.department.code !== department).map((one) => reasonText(one.reason));
  const beside = {
    others,
    all: possible.map((one) => reasonText(one.reason)),
    alike: await alikeShown(conversation, issue),
  };
  if (reason !== null && department !== null) return sentence(words.routedBy(id, reason, beside), id);
  const decided = await decidedOf(conversation, issue);
  if (decided === null) return sentence(words.notRouted(id, beside), id);
  return sentence(
    words.decidedBy(id, decided, { ...beside, others: others.filter((one) => one !== decided.reason) }),
    id,
  );
}

/** So many like ones are looked at. */
const MOST_ALIKE = 10;

async function alikeShown(conversation: Conversation, { id, text }: Issue): Promise<readonly number[]> {
  const { park, db } = conversation.ctx;
  const ids = park.experience.alike(text).flatMap((one) => (one.id === id ? [] : [one.id]));
  const alike = await visible(conversation, await readIssues(db, ids.slice(0, MOST_ALIKE)));
  return alike.map((one) => one.id);
}

/** What a person decided last, and before it what the words had led to; null: nobody has decided anything yet. */
async function decidedOf(conversation: Conversation, issue: Issue): Promise<words.Decided | null> {
  const { ctx, reader } = conversation;
  const moves = await movesOf(ctx.db, issue.id);
  const last = moves.findLast((one) => decides(one, issue));
  if (last === undefined) return null;
  const unit = (code: unknown) => (typeof code === "string" ? reader.department(code) : null);
  const [filed] = moves;
  const first = rowOf(filed)["department"];
  const reason = rowOf(filed)["reason"];
  return {
    unit: unit(issue.department),
    how: last.action === "approve" ? "returned" : unit(last.data["previous"]) === null ? "dispatched" : "transferred",
    // A company and its groups read which office it was, as they do everywhere.
    by: reader.seesInternal && typeof last.actor["name"] === "string" ? last.actor["name"] : null,
    byLeader: last.actor["role"] === "leader",
    at: reader.dateTime(last.at),
    previous: unit(last.data["previous"]),
    first: unit(first),
    reason: typeof reason === "string" ? reason : null,
  };
}

/** It gave the issue to the unit that has it, or took it from the one that had it. */
function decides({ action, toState, data }: StoredEvent, { department }: Issue): boolean {
  if (action === "approve")
    return data["request"] === "return" && (department === null || data["department"] === department);
  return action === "dispatch" && toState === "dispatched" && data["department"] === department;
}

/** The issue as it was filed. */
function rowOf(event: StoredEvent | undefined): Readonly<Record<string, unknown>> {
  const row = event?.action === "submit" ? event.data["row"] : undefined;
  return typeof row === "object" && row !== null ? (row as Readonly<Record<string, unknown>>) : {};
}
