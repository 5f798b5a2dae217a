import type { Config } from "./config.ts";
import { createDingtalk, type DingtalkOptions } from "./platforms/dingtalk/index.ts";
import type { HttpClient } from "./platforms/http-client.ts";
import type { Platform } from "./platforms/platform.ts";
import { createWecom } from "./platforms/wecom/index.ts";
import type { Mode } from "./sandbox/mode.ts";
import type { Clock } from "./shared/clock.ts";

type Connections = Pick<Config, "wecom" | "dingtalk"> &
  Partial<Pick<Mode, "http">> &
  Pick<DingtalkOptions, "logger" | "onUse">;

/** Without a bot a platform receives nothing, and still carries what goes to its group webhooks. */
export function connectAll(from: Connections, clock: Clock, http: HttpClient): Platform[] {
  const { wecom, dingtalk, logger, onUse } = from;
  const client = (base: string) => from.http?.(http, base) ?? http;
  return [
    createWecom({ ...wecom, clock, http: client(wecom.apiBase), logger }),
    createDingtalk({ ...dingtalk, clock, http: client(dingtalk.apiBase), logger, onUse }),
  ];
}
