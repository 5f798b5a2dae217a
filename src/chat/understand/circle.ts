import type { Actor } from "../../domain/issue/issue.ts";

/** For whom a command is listed in 帮助. Whether a move may be made is the lifecycle table's to say. */
export type Circle = "company" | "official" | "coordinator" | "leader";

export function circleOf({ role }: Pick<Actor, "role">): Circle {
  switch (role) {
    case "officer":
    case "head":
      return "official";
    case "coordinator":
    case "admin":
      return "coordinator";
    case "leader":
      return "leader";
    default:
      return "company";
  }
}
