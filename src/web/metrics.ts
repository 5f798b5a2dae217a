import { Router } from "express";
import { Counter, Gauge, Registry } from "prom-client";
import type { Delivery, Platform } from "../platforms/platform.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";

type PlatformName = Platform["name"];

/** What became of one callback. */
export type InboundResult = "message" | "refresh" | "handshake" | "ignored" | "refused" | "failed";

/** What is counted at the moment of a scrape. Ages are in seconds. */
export interface MetricsSnapshot {
  /** Messages that wait to be sent, by platform. */
  readonly outboxWaiting: Readonly<Partial<Record<PlatformName, number>>>;
  /** Messages that were given up. */
  readonly outboxDead: number;
  /** Age of the oldest waiting message; 0 when none waits. */
  readonly outboxOldestSeconds: number;
  /** Issues that are not at their end, by state. */
  readonly issuesOpen: Readonly<Record<string, number>>;
  /** Since the last sweep of what is due. */
  readonly sweepAgeSeconds: number;
  /** Open issues without a next look, or whose look failed or is long overdue; and for how long the longest waits. */
  readonly issuesUnchecked: number;
  readonly uncheckedOldestSeconds: number;
  /** Years ahead, the present one included, for which holidays are known. */
  readonly calendarYears: number;
  /** Each road on which messages come in. */
  readonly roads: readonly {
    readonly platform: PlatformName;
    readonly open: boolean;
    /** Since it last proved that it lives; null where it never did. */
    readonly aliveSeconds: number | null;
    /** Since something was last heard in each kind of chat; null where nothing ever was. */
    readonly heardSeconds: { readonly group: number | null; readonly direct: number | null };
    readonly deaf: readonly ("connection" | "group" | "direct")[];
  }[];
  /** What is used of the platforms' quotas in this month, and how much there is. */
  readonly quotas: readonly { readonly quota: string; readonly used: number; readonly limit: number }[];
}

export interface Metrics {
  inbound(platform: PlatformName, result: InboundResult): void;
  delivery(platform: PlatformName, result: Delivery["state"]): void;
  /** The text of one scrape, in Prometheus' format. */
  scrape(): Promise<string>;
}

/**
 * The program's metrics, in a registry of their own. `park`: the name that
 * tells a park's from those of others in one database; without it they have no such label. `collect` is asked on each scrape; when it fails, its figures are left out.
 */
export function createMetrics(
  park: string | undefined,
  collect: () => Promise<MetricsSnapshot>,
  logger: Logger,
): Metrics {
  const registry = new Registry();
  if (park !== undefined) registry.setDefaultLabels({ park });
  const counter = (name: string, help: string) =>
    new Counter({ name, help, labelNames: ["platform", "result"], registers: [registry] });
  const inbound = counter("chaxu_inbound_total", "Callbacks received, by what became of them.");
  const delivery = counter("chaxu_delivery_total", "Tries to send a message, by what became of them.");
  const fill = createGauges(registry);
  return {
    inbound: (platform, result) => inbound.inc({ platform, result }),
    delivery: (platform, result) => delivery.inc({ platform, result }),
    async scrape() {
      const figures = await collect().catch((error: unknown) => {
        logger.warn(describe(error), "The figures for the metrics could not be read.");
        return undefined;
      });
      fill(figures);
      return registry.metrics();
    },
  };
}

/** What puts the figures of one scrape in. It does not wait, so that scrapes that overlap never see each other's empty gauges. */
function createGauges(registry: Registry): (figures: MetricsSnapshot | undefined) => void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const waiting = gauge("chaxu_outbox_waiting", "Messages that wait to be sent.", ["platform"]);
  const dead = gauge("chaxu_outbox_dead", "Messages that were given up.");
  const oldest = gauge("chaxu_outbox_oldest_seconds", "Age of the oldest message that waits.");
  const open = gauge("chaxu_issues_open", "Issues that are not at their end.", ["state"]);
  const sweep = gauge("chaxu_sweep_age_seconds", "Time since the last sweep of what is due.");
  const unchecked = gauge("chaxu_issues_unchecked", "Open issues that are not looked at as they should be.");
  const uncheckedOldest = gauge("chaxu_unchecked_oldest_seconds", "Time since the longest of them should have been.");
  const years = gauge("chaxu_calendar_years", "Years with known holidays, from the present one on.");
  const fillRoads = createRoadGauges(gauge);
  const used = gauge("chaxu_quota_used", "Uses of a platform's quota in this month.", ["counter"]);
  const limit = gauge("chaxu_quota_limit", "What the quota of a month is.", ["counter"]);
  return (figures) => {
    fillRoads(figures?.roads ?? []);
    for (const one of [waiting, open, used, limit]) one.reset();
    for (const one of [dead, oldest, sweep, unchecked, uncheckedOldest, years]) one.remove();
    if (figures === undefined) return;
    waiting.set({ platform: "wecom" }, figures.outboxWaiting.wecom ?? 0);
    waiting.set({ platform: "dingtalk" }, figures.outboxWaiting.dingtalk ?? 0);
    for (const [state, count] of Object.entries(figures.issuesOpen)) open.set({ state }, count);
    for (const one of figures.quotas) {
      used.set({ counter: one.quota }, one.used);
      limit.set({ counter: one.quota }, one.limit);
    }
    dead.set(figures.outboxDead);
    oldest.set(figures.outboxOldestSeconds);
    sweep.set(figures.sweepAgeSeconds);
    unchecked.set(figures.issuesUnchecked);
    uncheckedOldest.set(figures.uncheckedOldestSeconds);
    years.set(figures.calendarYears);
  };
}

type MakeGauge = (name: string, help: string, labelNames: string[]) => Gauge;

function createRoadGauges(gauge: MakeGauge): (roads: MetricsSnapshot["roads"]) => void {
  const open = gauge("chaxu_road_open", "1 while what is said on a platform arrives, else 0.", ["platform"]);
  const alive = gauge("chaxu_road_alive_seconds", "Time since a road last proved that it lives.", ["platform"]);
  const heard = gauge("chaxu_heard_seconds", "Time since the last message of a kind of chat.", ["platform", "chat"]);
  const deaf = gauge("chaxu_road_deaf", "1 while a road, or a kind of chat on it, is or may be deaf.", [
    "platform",
    "what",
  ]);
  return (roads) => {
    for (const one of [open, alive, heard, deaf]) one.reset();
    for (const { platform, aliveSeconds, heardSeconds, ...road } of roads) {
      open.set({ platform }, road.open ? 1 : 0);
      if (aliveSeconds !== null) alive.set({ platform }, aliveSeconds);
      for (const chat of ["group", "direct"] as const) {
        const seconds = heardSeconds[chat];
        if (seconds !== null) heard.set({ platform, chat }, seconds);
      }
      for (const what of ["connection", "group", "direct"] as const) {
        deaf.set({ platform, what }, road.deaf.includes(what) ? 1 : 0);
      }
    }
  };
}

export function metricsRoutes(metrics: Pick<Metrics, "scrape">): Router {
  const router = Router();
  router.get("/metrics", async (_request, response) => {
    const text = await metrics.scrape();
    response.set("Cache-Control", "no-store").type(Registry.PROMETHEUS_CONTENT_TYPE).send(text);
  });
  return router;
}
