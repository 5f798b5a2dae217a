import type { SimPlatform } from "../../../src/sandbox/world.ts";
import type { End } from "./replica.ts";
import type { Shown } from "./transcript.ts";

/** What a run leaves behind, and what it is judged by. Moments are by the machine's own clock, in milliseconds, unless said. */

/** What a message should come to. `place`: the words that stand in no other issue. */
export type Expected =
  | { readonly kind: "raise"; readonly place: string }
  | { readonly kind: "offer"; readonly place: string }
  | { readonly kind: "confirm"; readonly place: string }
  | { readonly kind: "move"; readonly action: "sign" | "answer" | "solved"; readonly issueId: number }
  | { readonly kind: "ask"; readonly issueId: number }
  | { readonly kind: "drop" };

/** What somebody said, and what the platform's side knows of it. */
export interface Said {
  readonly id: string;
  readonly platform: SimPlatform;
  readonly chatId: string;
  readonly expected: Expected;
  /** When it was brought first. */
  from: number;
  /** When the platform's side had no more to do with it. */
  to: number;
  /** The program has answered that it has it. */
  acknowledged: boolean;
  /** How often it was delivered again after that, or because of no answer. */
  again: number;
}

/** When a fault was there. */
export interface Trouble {
  readonly name: string;
  readonly group: string;
  readonly from: number;
  readonly to: number;
}

export interface LedgerEvent {
  readonly issueId: number;
  readonly action: string;
  readonly messageId: string | null;
}

export interface LedgerNotice {
  readonly id: number;
  readonly issueId: number | null;
  /** Where it goes, as the ledger writes it. */
  readonly target: string;
  readonly state: string;
  /** Of an announcement: what happened; of a digest: its kind and slot. */
  readonly tells: string;
}

/** A try that came to a robot whose messages the platform counts: by the platform's clock, and by the machine's. */
export interface Call {
  readonly robot: string;
  readonly at: number;
  readonly realAt: number;
}

export interface Records {
  readonly said: readonly Said[];
  readonly troubles: readonly Trouble[];
  readonly ends: readonly End[];
  readonly shown: readonly Shown[];
  readonly calls: readonly Call[];
  readonly issues: readonly { readonly id: number; readonly text: string }[];
  readonly events: readonly LedgerEvent[];
  readonly inbound: readonly { readonly messageId: string; readonly done: boolean }[];
  readonly notices: readonly LedgerNotice[];
  /** The last notice that there was when nothing waited any more, before the processes were asked to stop; 0: something always did. */
  readonly lastDrained: number;
  /** What `npm run audit` finds wrong; null: nothing. */
  readonly auditFault: string | null;
}
