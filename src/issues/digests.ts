import { audienceOfChat } from "../domain/audience.ts";
import type { DigestFacts, KnownBody } from "../domain/notice.ts";
import type { DigestSpec } from "../domain/org.ts";
import { coordinatorPlaces, type Recipient } from "../domain/recipients.ts";
import { readRoster } from "../store/roster.ts";
import { coordinatorFacts, departmentFacts, supervisionFacts, type Timing, weeklyFacts } from "./digest-facts.ts";
import { tellEach } from "./tell.ts";
import type { Work } from "./work.ts";

/** Queues a digest for its slot, in the transaction that won it. The leaders' one brings the picture of the trend. */
export async function queueDigest(work: Work, spec: DigestSpec, slot: Date, late: boolean): Promise<void> {
  const facts = await factsOf(work, spec, { to: slot, late });
  if (facts === null) return;
  const { title, note } = spec;
  const places = await placesOf(work, spec);
  const digest: KnownBody = { kind: "digest", facts: { ...facts, title, note } };
  const trend: KnownBody = { kind: "attachment", what: { kind: "trend", to: slot.toISOString() } };
  const notices = spec.kind === "supervision-weekly" ? [digest, trend] : [digest];
  await tellEach(
    work,
    places.flatMap((place) => notices.map((notice) => ({ place, notice, express: true }))),
  );
}

async function factsOf(work: Work, { kind, chat }: DigestSpec, timing: Timing): Promise<DigestFacts | null> {
  switch (kind) {
    case "enterprise-weekly":
      return chat === undefined ? null : weeklyFacts(work, chat, timing);
    case "department-daily": {
      const department = chat === undefined ? undefined : work.park.directory.chat(chat)?.department;
      return department === undefined ? null : departmentFacts(work, department, timing);
    }
    case "supervision-weekly":
      return supervisionFacts(work, timing);
    case "coordinator-daily":
      return coordinatorFacts(work, timing);
  }
}

/** The chat of a digest; one without a chat goes to the coordinators themselves. */
async function placesOf({ db, now, park }: Work, { chat: code }: DigestSpec): Promise<readonly Recipient[]> {
  if (code === undefined) return coordinatorPlaces(park, await readRoster(db, now, []));
  const chat = park.directory.chat(code);
  if (chat === undefined) return [];
  return [{ target: { kind: "chat", code }, audience: audienceOfChat(chat), mention: [] }];
}
