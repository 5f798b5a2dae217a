/** An unexpected failure for the operator: a stable code, and a sentence that says what to do. Never contains a secret. */
export class ChaxuError extends Error {
  override readonly name = "ChaxuError";

  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Something took longer than it may. */
export class LateError extends Error {
  override readonly name = "LateError";
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/**
 * What may be logged of anything that was thrown. A ChaxuError is written for the operator; every other
 * message may hold content (drizzle prints the parameters of the statement that failed), so only the names,
 * the codes and the places are taken.
 */
export function describe(thrown: unknown): Record<string, unknown> {
  if (thrown instanceof ChaxuError) return { code: thrown.code, message: thrown.message };
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  return {
    error: thrown.name,
    ...("code" in thrown && { code: String(thrown.code) }),
    ...(thrown.cause !== undefined && { cause: describe(thrown.cause) }),
    places: placesOf(thrown),
  };
}

/** Where it was thrown: the stack behind the message, which may itself have lines that look like a place. */
function placesOf(error: Error): string[] {
  const stack = error.stack ?? "";
  const start = stack.indexOf(error.message);
  if (start < 0) return [];
  const lines = stack.slice(start + error.message.length).split("\n");
  return lines.slice(1, 9).map((line) => line.trim());
}
