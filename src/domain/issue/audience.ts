import type { Chat } from "../park/org.ts";
import type { Actor, Issue, Standing } from "./issue.ts";
import type { Involved } from "./lifecycle.ts";
import { partiesOf } from "./lifecycle.ts";

/** Who reads what the bot says in a place: it decides what may be said there, whoever asked. */
export type Audience =
  | { readonly kind: "enterprise"; readonly chat: string }
  /** The company's own people, in a direct chat. */
  | { readonly kind: "company"; readonly actor: Actor }
  | { readonly kind: "department"; readonly department: string }
  | { readonly kind: "coordinator" }
  | { readonly kind: "supervision" };

/** Who listens in a chat of the org file. */
export function audienceOfChat({ audience, code, department = "" }: Chat): Exclude<Audience, { kind: "company" }> {
  switch (audience) {
    case "enterprise":
      return { kind: "enterprise", chat: code };
    case "department":
      return { kind: "department", department };
    case "supervision":
      return { kind: "supervision" };
  }
}

/** Whether this issue may be spoken of before this audience at all. */
export function mayShow(issue: Standing, audience: Audience, involved: Involved): boolean {
  switch (audience.kind) {
    case "enterprise":
      return !issue.confidential && issue.publicIn === audience.chat;
    case "company":
      return partiesOf(audience.actor, issue, involved).includes("company");
    case "department":
      return (
        issue.department === audience.department ||
        involved.trackedBy === audience.department ||
        involved.helpers.includes(audience.department)
      );
    case "coordinator":
    case "supervision":
      return true;
  }
}

/** Internal notes, lights and the handling inside the departments are for government eyes. */
export function seesInternal(audience: Audience): boolean {
  return audience.kind !== "enterprise" && audience.kind !== "company";
}

/**
 * How the company is called before this audience: its name, `hidden` (某企业), or not at all. In an enterprise
 * group companies are never named, because the others listen.
 */
export function companyShown(issue: Pick<Issue, "confidential">, audience: Audience): "name" | "hidden" | "none" {
  switch (audience.kind) {
    case "enterprise":
      return "none";
    case "company":
    case "coordinator":
      return "name";
    case "department":
    case "supervision":
      return issue.confidential ? "hidden" : "name";
  }
}

/**
 * Phone numbers reach only the departments that handle an issue, the coordinator and the company itself; of a confidential
 * issue not the departments either: who has a number has the person.
 */
export function seesPhones({ confidential }: Pick<Issue, "confidential">, audience: Audience): boolean {
  switch (audience.kind) {
    case "company":
    case "coordinator":
      return true;
    case "department":
      return !confidential;
    case "enterprise":
    case "supervision":
      return false;
  }
}
