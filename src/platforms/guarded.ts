/** That a name leads into a closed network: a connection is not even tried. */
export class Guarded extends Error {
  readonly code = "ECLOSEDNETWORK";

  /** Whether an error is, or was made of, one of these. */
  static isCauseOf(thrown: unknown): boolean {
    if (thrown instanceof Guarded) return true;
    if (typeof thrown !== "object" || thrown === null) return false;
    if ("code" in thrown && thrown.code === "ECLOSEDNETWORK") return true;
    return "cause" in thrown && Guarded.isCauseOf(thrown.cause);
  }
}
