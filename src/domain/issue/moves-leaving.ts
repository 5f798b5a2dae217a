import { pause, resume } from "./answer-clock.ts";
import { type Hearer, type Rule, type Situation, unitsThatHelp, whoHasIt } from "./decision.ts";
import { type Issue, isOpen, isRunning, isUnvouched } from "./issue.ts";

/** How an issue leaves: taken back, voided, merged into another one; and how it comes back. */

/** Kept so that it can come back as it was: its clocks stand, and a review date waits. */
function leaving({ issue, now, calendar }: Situation) {
  const { state: withdrawnFrom } = issue;
  return { ...pause(issue, now, calendar), state: "withdrawn" as const, withdrawnAt: now, withdrawnFrom };
}

const withdraw: Rule = (situation, input) => ({
  patch: leaving(situation),
  facts: { text: input.text },
  tell: [...unitsThatWork(situation), ...whoJoined(situation)],
});

/** Filed by mistake, or twice: kept apart from what the company took back itself. */
const voidIssue: Rule = (situation, input) => ({
  patch: { ...leaving(situation), voided: true },
  facts: { text: input.text },
  tell: [{ to: "company" }, ...unitThatHasIt(situation), ...unitsThatHelp(situation)],
});

/** Whoever has it, and whoever helps. */
function unitsThatWork(situation: Situation): readonly Hearer[] {
  return [whoHasIt(situation), ...unitsThatHelp(situation)];
}

/** Who has said 同感 has no issue of his own: he learns whether this one still stands. */
function whoJoined({ issue }: Situation): readonly Hearer[] {
  return issue.joined.length === 0 ? [] : [{ to: "joined" }];
}

/** What the coordinator does, the coordinator need not be told. */
function unitThatHasIt({ issue }: Situation): readonly Hearer[] {
  return issue.department === null ? [] : [{ to: "department" }];
}

/** The deadlines that ran when it was taken back, beside the answer's. */
const OTHER_CLOCKS = ["dispatchDue", "signDue", "contactDue", "stageDue", "supplementDue", "confirmDue"] as const;

const restore: Rule = (situation) => {
  const { issue, now, calendar } = situation;
  const { withdrawnAt, withdrawnFrom } = issue;
  if (issue.voided) return { refused: "restore-voided" };
  const isLate = withdrawnAt === null || calendar.between(withdrawnAt, now) > calendar.minutesPerDay;
  if (withdrawnFrom === null || isLate) return { refused: "restore-late" };
  const later = OTHER_CLOCKS.flatMap((clock) => {
    const due = issue[clock];
    return due === null || due <= withdrawnAt
      ? []
      : [[clock, calendar.add(now, calendar.between(withdrawnAt, due))] as const];
  });
  // What stood when it was taken back (it waited for the company, it was answered) goes on standing.
  const clock = isRunning({ state: withdrawnFrom }) ? resume(issue, now, calendar) : {};
  const heardAt = withdrawnFrom === "answered" ? now : issue.heardAt;
  const back = { state: withdrawnFrom, withdrawnAt: null, withdrawnFrom: null, heardAt };
  return {
    patch: { ...clock, ...Object.fromEntries(later), ...back },
    facts: { due: clock.due?.toISOString() },
    tell: [...unitsThatWork(situation), ...whoJoined(situation)],
  };
};

/** Into another issue of the same company that is still open: one that was merged itself is not, so no two lead in a circle. */
const merge: Rule = (situation, { other, text }) => {
  const { issue, now, calendar } = situation;
  if (other === undefined) return { refused: "needs", what: "issue" };
  const wrong = wrongPair(issue, other);
  if (wrong !== null) return { refused: wrong, other: other.id };
  return {
    patch: { ...pause(issue, now, calendar), state: "merged", mergedInto: other.id, reviewAt: null },
    facts: { other: other.id, text },
    tell: [{ to: "company" }, ...unitThatHasIt(situation), ...unitsThatHelp(situation)],
  };
};

/** What stands against merging one issue into another; null: nothing. */
export function wrongPair(issue: Issue, other: Issue) {
  if (other.id === issue.id) return "merge-itself";
  // Before the company: whether a confidential issue is of the same one is nobody's business.
  if (issue.confidential !== other.confidential) return "merge-confidential";
  if (issue.enterprise !== other.enterprise) return "merge-company";
  // To a colleague even the number of a confidential issue says too much.
  if (issue.confidential && issue.reporter.name !== other.reporter.name) return "merge-confidential";
  // Its company would not find again what it has raised.
  if (isUnvouched(other) && !isUnvouched(issue)) return "merge-unvouched";
  return isOpen(other) ? null : "merge-over";
}

/** Whether what was urgent would go on as something that is not: it is the other one's time that counts. */
export function losesUrgency(from: Issue, into: Issue): boolean {
  return from.urgency === "urgent" && into.urgency !== "urgent";
}

/** What was merged into it brings its followers, and is pressed no less. Its own unit is told what there is more to do. */
const absorb: Rule = ({ issue }, { other }) => {
  if (other === undefined) return { refused: "needs", what: "issue" };
  const joined = [...new Set([...issue.joined, ...other.joined])];
  const isSameUnit = other.department !== null && other.department === issue.department;
  return {
    patch: { joined, level: Math.max(issue.level, other.level) },
    facts: { other: other.id, text: other.text },
    tell: isSameUnit || issue.department === null ? [] : [{ to: "department" }],
  };
};

/** Each company counts once. */
const join: Rule = (situation) => {
  const { issue, actor } = situation;
  const { enterprise } = actor;
  if (enterprise === undefined) return { refused: "not-yours" };
  if (issue.joined.includes(enterprise)) return { refused: "joined-before" };
  const joined = [...issue.joined, enterprise];
  return { patch: { joined }, facts: { joined: joined.length }, tell: [whoHasIt(situation)] };
};

export const leavingRules = { withdraw, void: voidIssue, restore, merge, absorb, join };
