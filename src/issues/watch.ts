import { type Issue, isVoid } from "../domain/issue.ts";
import { endCheck, setCheck } from "../store/checks.ts";
import type { Work } from "./work.ts";

/** A moved issue is looked at with the next sweep, which finds out when to look again. What is over is not. */
export async function watch({ db, now }: Work, issue: Issue): Promise<void> {
  if (issue.state === "closed" || isVoid(issue.state)) await endCheck(db, issue.id);
  else await setCheck(db, issue.id, now);
}
