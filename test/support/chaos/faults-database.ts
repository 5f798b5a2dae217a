import { setTimeout as sleep } from "node:timers/promises";
import { onServer } from "../store.ts";
import type { Fault } from "./faults.ts";
import type { Scene } from "./scene.ts";

const CUT_EVERY_MS = 1_000;
const CUT =
  "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null";

/** PostgreSQL stopped, killed, standing still, with its connections cut, and with a full disk. */
export function databaseFaults({ postgres, disk }: Scene): Fault[] {
  const ended = (name: string, signal: "SIGINT" | "SIGQUIT" | "SIGKILL"): Fault => ({
    name,
    group: "database",
    begin: () => postgres.end(signal),
    end: () => postgres.startAgain(),
  });
  return [
    ended("PostgreSQL stopped and started", "SIGINT"),
    ended("PostgreSQL stopped at once and started", "SIGQUIT"),
    ended("PostgreSQL killed and started", "SIGKILL"),
    hangs(postgres),
    cuts(postgres),
    ...(disk === null ? [] : [full(disk, postgres)]),
  ];
}

function hangs(postgres: Scene["postgres"]): Fault {
  let held: readonly number[] = [];
  const signal = (name: NodeJS.Signals) => {
    for (const id of held) {
      try {
        process.kill(id, name);
      } catch {
        // Its connection has ended meanwhile, and it with it.
      }
    }
  };
  return {
    name: "PostgreSQL hangs",
    group: "database",
    begin: async () => {
      held = await postgres.processes();
      signal("SIGSTOP");
    },
    end: async () => signal("SIGCONT"),
  };
}

function cuts(postgres: Scene["postgres"]): Fault {
  let goesOn = false;
  let cutting: Promise<void> = Promise.resolve();
  const cut = async () => {
    while (goesOn) {
      await onServer(postgres.url, CUT);
      await sleep(CUT_EVERY_MS);
    }
  };
  return {
    name: "PostgreSQL's connections cut each second",
    group: "database",
    begin: async () => {
      goesOn = true;
      cutting = cut();
    },
    end: async () => {
      goesOn = false;
      await cutting;
    },
  };
}

function full(disk: NonNullable<Scene["disk"]>, postgres: Scene["postgres"]): Fault {
  return {
    name: "PostgreSQL's disk full",
    group: "database",
    begin: () => disk.fill(),
    end: async () => {
      await disk.free();
      // It may have given up meanwhile, and is started as a service manager would.
      await sleep(500);
      if (!(await postgres.runs())) await postgres.startAgain();
    },
  };
}
