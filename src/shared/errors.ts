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

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
