/** Signing in at the board with an account of a platform (OAuth 2): where a browser is sent, and who comes back from there. */
export interface SignIn {
  /** Whether this browser (its User-Agent) is the platform's own, in which people are known already. */
  isClient(userAgent: string): boolean;

  /** Where a browser is sent to: in the client the platform asks nothing, anywhere else it shows a code to scan. */
  address(asked: SignInAsked): string;

  /** Whose code it is that a browser brought back. Never throws. */
  identify(code: string): Promise<Identified>;
}

export interface SignInAsked {
  /** Letters and digits. */
  readonly state: string;
  /** Where the platform sends the browser back to. */
  readonly back: string;
  readonly inClient: boolean;
}

export type Identified = { readonly userId: string } | NotIdentified;

/**
 * `code`: the platform does not take it (any more). `outsider`: it is somebody from outside of the organisation. `setting`: an
 * operator has to mend something. `unreached`: the platform did not answer, or is busy. `reason` is fit for a log.
 */
export interface NotIdentified {
  readonly failed: "code" | "outsider" | "setting" | "unreached";
  readonly reason: string;
}

/** What a failed request (its `Delivery`) means where nobody can wait for another try. */
export function unidentified({ state, reason }: { readonly state: string; readonly reason: string }): NotIdentified {
  return { failed: state === "later" || state === "unknown" ? "unreached" : "setting", reason };
}

/** A code as a platform makes it: anything else is not worth a request. */
export function isCode(code: string): boolean {
  return /^[\x21-\x7e]{1,512}$/.test(code);
}

export const NO_CODE: NotIdentified = { failed: "code", reason: "what came back is no code" };
