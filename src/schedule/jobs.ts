import { auditChecks } from "../features/delivery/alarms.ts";
import type { ClockControl } from "./clock-control.ts";
import type { Sealer } from "./sealer.ts";
import { type SweepDeps, sweep } from "./sweep.ts";
import type { Job } from "./ticker.ts";
import type { Worker } from "./vitals.ts";

export interface JobsDeps extends SweepDeps {
  readonly control: ClockControl;
  /** Takes over an org file that was applied meanwhile. */
  readonly follow: () => Promise<void>;
  readonly sealer: Sealer;
  /** Begins to send what can go. */
  readonly look: () => Promise<void>;
  /** Goes on with messages that were accepted and not finished. */
  readonly takeUp: () => Promise<void>;
  /** Tends the roads on which messages come in. */
  readonly tend: () => Promise<void>;
}

/** What each process does again and again. While the sandbox clock is moved, that alone sweeps and sends. */
export function jobsOf(deps: JobsDeps): readonly Job<Worker>[] {
  const { db, park, control, follow, sealer, look, takeUp, tend } = deps;
  const send = async () => {
    if (!control.moving) await look();
  };
  const sweepOnce = async () => {
    await control.present();
    await follow();
    if (!control.moving) await sweep(deps);
    sealer.note();
    // Not waited for: a platform that is slow holds up neither the start nor the next sweep.
    await send();
  };
  const audit = async () => {
    await auditChecks({ db, now: await control.present(), park: park() });
  };
  return [
    { name: "sweep", at: "0 * * * * *", first: true, run: sweepOnce },
    // Half a minute behind the sweep, which it watches.
    { name: "auditor", at: "30 * * * * *", run: audit },
    { name: "courier", at: "* * * * * *", run: () => control.present().then(send) },
    { name: "sealer", at: "* * * * * *", run: () => sealer.look() },
    { name: "inbound", at: "*/5 * * * * *", run: takeUp },
    // Connections are asked for at once, and not waited for.
    { name: "roads", at: "*/3 * * * * *", first: true, run: tend },
  ];
}
