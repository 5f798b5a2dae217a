import { setTimeout as sleep } from "node:timers/promises";
import { databaseFaults } from "./faults-database.ts";
import type { Numbers } from "./numbers.ts";
import type { Plannable } from "./plan.ts";
import type { Road, RoadFault } from "./road.ts";
import type { Scene } from "./scene.ts";

/** What can go wrong, by name. */
export interface Fault extends Plannable {
  begin(): Promise<void>;
  end(): Promise<void>;
}

const MINUTE_MS = 60_000;
/** Long enough to take something in, and a lease that is renewed every five seconds. */
const WRONG_MS = 6_000;
/** More than are sent while a fault lasts. */
const MANY = 500;
const SILENT: readonly RoadFault[] = ["refuse", "stall", "reset", "half-open"];
const OF_A_CALLER: readonly RoadFault[] = [...SILENT, "500", "truncate"];
const OF_HTTP: readonly RoadFault[] = [...OF_A_CALLER, "page"];
const nothing = async () => {};

/** Every fault that this machine can have. */
export function faultsOf(scene: Scene, numbers: Numbers): readonly Fault[] {
  const { callbacks, wecom, socket, dingtalk, database } = scene.roads;
  return [
    ...roadFaults(callbacks, "callbacks", OF_A_CALLER),
    ...roadFaults(wecom, "WeCom's API", OF_HTTP),
    ...roadFaults(dingtalk, "DingTalk's API and Stream", OF_HTTP),
    ...roadFaults(socket, "WeCom's connection", SILENT).map((one) => ({ ...one, part: 1 })),
    ...roadFaults(database, "way to PostgreSQL", SILENT).map((one) => ({ ...one, group: "database" })),
    ...platformFaults(scene),
    ...databaseFaults(scene),
    ...processFaults(scene, numbers),
    ...clockFaults(scene, numbers),
  ];
}

function roadFaults(road: Road, name: string, kinds: readonly RoadFault[]): Fault[] {
  return kinds.map((kind) => ({
    name: `${name}: ${kind}`,
    group: road.name,
    begin: () => road.begin(kind),
    end: () => road.end(),
  }));
}

/** What the platforms themselves do: they count calls, show a message without saying so, and take their leave. */
function platformFaults({ wecom, socket, dingtalk }: Scene): Fault[] {
  const often = { status: 403, body: { code: "Forbidden.AccessDenied.QpsLimitForApi", message: "too many calls" } };
  const endpoints = ["group", "person", "session"] as const;
  const wecomWell = async () => wecom.healthy();
  const socketWell = async () => socket.healthy();
  return [
    {
      name: "WeCom counts too many calls (45009)",
      group: "wecom",
      begin: async () => wecom.failNext({ errcode: 45009, errmsg: "api freq out of limit" }, MANY),
      end: wecomWell,
    },
    {
      name: "WeCom shows it and cuts",
      group: "wecom",
      begin: async () => wecom.failNext("cut-after", MANY),
      end: wecomWell,
    },
    {
      name: "DingTalk counts too many calls",
      group: "dingtalk",
      begin: async () => {
        for (const one of endpoints) dingtalk.failNext(one, often, MANY);
        const counted = { body: { errcode: 130101, errmsg: "send too fast, exceed 20 times per minute" } };
        dingtalk.failNext("webhook", counted, MANY);
      },
      end: async () => dingtalk.healthy(),
    },
    {
      name: "DingTalk's Stream takes its leave",
      group: "dingtalk",
      part: 0,
      begin: async () => dingtalk.stream.disconnect(),
      end: nothing,
    },
    {
      name: "WeCom's connection does not say that it did it",
      group: "socket",
      part: 1,
      begin: async () => {
        for (const one of ["aibot_send_msg", "aibot_respond_msg"]) socket.failNext(one, "mute", MANY);
      },
      end: socketWell,
    },
    {
      name: "WeCom's connection counts too many messages (45009)",
      group: "socket",
      part: 1,
      begin: async () => {
        for (const one of ["aibot_send_msg", "aibot_respond_msg"]) socket.failNext(one, { errcode: 45009 }, MANY);
      },
      end: socketWell,
    },
  ];
}

function processFaults({ replicas }: Scene, numbers: Numbers): Fault[] {
  let frozen = replicas[0];
  return [
    {
      name: "SIGKILL of one process",
      group: "process",
      begin: async () => numbers.one(replicas).strike("SIGKILL"),
      end: nothing,
    },
    {
      name: "SIGKILL of all processes",
      group: "process",
      begin: async () => {
        for (const one of replicas) one.strike("SIGKILL");
      },
      end: nothing,
    },
    {
      name: "SIGTERM of one process",
      group: "process",
      begin: async () => numbers.one(replicas).strike("SIGTERM"),
      end: nothing,
    },
    {
      name: "one process stands still",
      group: "process",
      begin: async () => {
        frozen = numbers.one(replicas);
        frozen.freeze();
      },
      end: async () => frozen?.thaw(),
    },
  ];
}

/** Wall clocks that are wrong for a while, as before a correction, and a machine that slept. */
function clockFaults(scene: Scene, numbers: Numbers): Fault[] {
  const { replicas, clock } = scene;
  const minutes = (least: number, most: number) => numbers.between(least, most) * MINUTE_MS;
  const right = async () => {
    await Promise.all(replicas.map((one) => one.setAhead(clock.offset)));
  };
  const wrong = (name: string, begin: () => Promise<unknown>): Fault => ({
    name,
    group: "clock",
    begin: async () => void (await begin()),
    end: right,
  });
  return [
    wrong("one clock ahead by minutes", () => numbers.one(replicas).setAhead(clock.offset + minutes(2, 50))),
    wrong("one clock ahead by hours", () => numbers.one(replicas).setAhead(clock.offset + minutes(120, 300))),
    wrong("one clock ahead by hours, and that process killed", async () => {
      const one = numbers.one(replicas);
      await one.setAhead(clock.offset + minutes(60, 150));
      await sleep(WRONG_MS);
      one.strike("SIGKILL");
      await one.setAhead(clock.offset);
    }),
    wrong("one clock behind by minutes", () => numbers.one(replicas).setAhead(clock.offset - minutes(2, 50))),
    wrong("all clocks behind by an hour", () =>
      Promise.all(replicas.map((one) => one.setAhead(clock.offset - minutes(40, 80)))),
    ),
    wrong("the machine has slept, 10 to 40 minutes", () => scene.advance(scene.sleepOf(minutes(10, 40)))),
  ];
}
