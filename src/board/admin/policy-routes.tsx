import { CLOCKS, type LimitTable, URGENCIES } from "../../domain/park/org.ts";
import { say } from "../../messages/card.ts";
import { ADMIN, CLOCK_WORDS, changedMeanwhile, formSentence, POLICY } from "../../messages/zh-cn/admin.ts";
import { ROUTING_FIELDS } from "../../messages/zh-cn/routing-page.ts";
import { URGENCY_WORDS } from "../../messages/zh-cn/terms.ts";
import type { OrgInForce } from "../../org/desk.ts";
import { type Edit, edited } from "../../org/edit.ts";
import { isLeastCases, isLimit, isPrecision, LEAST_CASES_RULE, LIMIT_RULE, PRECISION_RULE } from "../../org/schema.ts";
import { lastOrgChangeOf } from "../../store/org-changes.ts";
import { type Asking, fieldsIn, type Outcome, type Route } from "../page.ts";
import { versionOf } from "./entries.ts";
import type { Filled } from "./filled.ts";
import { limitName, PolicyPage } from "./policy-page.tsx";
import { save, whoAndWhen } from "./saving.ts";

/** How long each step may take. */
export const POLICY_ROUTES: readonly Route[] = [
  { method: "get", path: "/admin/policy", handle: shown },
  { method: "post", path: "/admin/policy", handle: sent },
  { method: "post", path: "/admin/policy/routing", handle: routingSent },
];

async function shown(asking: Asking): Promise<Outcome> {
  const inForce = await asking.deps.org.read(asking.conversation.ctx.db);
  const asked = asking.request.query["category"];
  const category = typeof asked === "string" ? asked : "";
  if (!isThere(inForce, category)) return { problem: "not-found", status: 404 };
  return page(asking, { inForce, category, filled: null, alerts: [] });
}

function isThere({ org }: OrgInForce, category: string): boolean {
  return category === "" || org.categories.some(({ code }) => code === category);
}

interface Shown {
  readonly inForce: OrgInForce;
  readonly category: string;
  readonly filled: Filled | null;
  readonly alerts: readonly string[];
}

function page({ frame, said }: Asking, { inForce, category, filled, alerts }: Shown) {
  const limits = limitsOf(inForce, category);
  return {
    page: (
      <PolicyPage
        frame={frame("admin")}
        org={inForce.org}
        version={versionOf(limits)}
        routingVersion={versionOf(inForce.org.policy.routing ?? {})}
        {...{ category, limits, said, filled, alerts }}
      />
    ),
  };
}

function limitsOf({ org }: OrgInForce, category: string): LimitTable {
  return category === "" ? org.policy.limits : (org.policy.categories[category] ?? {});
}

async function sent(asking: Asking): Promise<Outcome> {
  const filled = fieldsIn(asking.request.body);
  const { db } = asking.conversation.ctx;
  const inForce = await asking.deps.org.take(db);
  const { category = "" } = filled;
  if (!isThere(inForce, category)) return { problem: "not-found", status: 404 };
  const limits = limitsOf(inForce, category);
  if (filled["version"] !== versionOf(limits)) {
    return overtaken(asking, { inForce, category });
  }
  const wrong = mistakesIn(filled);
  const edits = wrong.length > 0 ? [] : editsOf(filled, limits, category);
  if (wrong.length === 0 && edits.length === 0) return { to: "/admin/policy", said: say(ADMIN.unchanged) };
  const text = edited(inForce.text, edits);
  const saved = wrong.length > 0 ? { refused: wrong } : await save(asking, inForce, { text, place: "page" });
  if ("refused" in saved) return { ...page(asking, { inForce, category, filled, alerts: saved.refused }), status: 400 };
  return { to: "/admin/policy", said: say(POLICY.saved), renews: true };
}

/** Somebody else has changed it since the page was made. */
async function overtaken(asking: Asking, of: Pick<Shown, "inForce" | "category">): Promise<Outcome> {
  const change = await lastOrgChangeOf(asking.conversation.ctx.db, { part: "policy", key: "" });
  const alerts = [changedMeanwhile(...whoAndWhen(asking, change))];
  return { ...page(asking, { ...of, filled: null, alerts }), status: 409 };
}

/** What is asked before what was learned dispatches by itself. */
async function routingSent(asking: Asking): Promise<Outcome> {
  const filled = fieldsIn(asking.request.body);
  const inForce = await asking.deps.org.take(asking.conversation.ctx.db);
  const { routing = {} } = inForce.org.policy;
  if (filled["version"] !== versionOf(routing)) return overtaken(asking, { inForce, category: "" });
  const { leastCases = "", precision = "" } = filled;
  const wrong = [
    ...(leastCases === "" || isLeastCases(Number(leastCases)) ? [] : [wrongText("leastCases", LEAST_CASES_RULE)]),
    ...(precision === "" || isPrecision(precision) ? [] : [wrongText("precision", PRECISION_RULE)]),
  ];
  const edits: readonly Edit[] = [
    {
      kind: "set",
      path: ["policy", "routing", "leastCases"],
      value: leastCases === "" ? undefined : Number(leastCases),
    },
    { kind: "set", path: ["policy", "routing", "precision"], value: precision === "" ? undefined : precision },
  ];
  const isSame = leastCases === String(routing.leastCases ?? "") && precision === (routing.precision ?? "");
  if (isSame) return { to: "/admin/policy", said: say(ADMIN.unchanged) };
  const text = wrong.length > 0 ? inForce.text : edited(inForce.text, edits);
  const saved = wrong.length > 0 ? { refused: wrong } : await save(asking, inForce, { text, place: "page" });
  if ("refused" in saved)
    return { ...page(asking, { inForce, category: "", filled, alerts: saved.refused }), status: 400 };
  return { to: "/admin/policy", said: say(POLICY.saved), renews: true };
}

function wrongText(field: keyof typeof ROUTING_FIELDS, rule: string): string {
  return `${ROUTING_FIELDS[field]}：${formSentence(rule)}`;
}

/** Each by its name: the check of the whole would say where it stands in the file. */
function mistakesIn(filled: Filled): readonly string[] {
  return CLOCKS.flatMap((clock) =>
    URGENCIES.flatMap((urgency) => {
      const said = filled[limitName(clock, urgency)] ?? "";
      if (said === "" || isLimit(said)) return [];
      return [`${CLOCK_WORDS[clock].name}（${URGENCY_WORDS[urgency]}）：${formSentence(LIMIT_RULE)}`];
    }),
  );
}

/** Only what is different. */
function editsOf(filled: Filled, limits: LimitTable, category: string): readonly Edit[] {
  const above = category === "" ? ["policy", "limits"] : ["policy", "categories", category];
  return CLOCKS.flatMap((clock) =>
    URGENCIES.flatMap((urgency): Edit[] => {
      const said = filled[limitName(clock, urgency)];
      if (said === undefined || said === (limits[clock]?.[urgency] ?? "")) return [];
      return [{ kind: "set", path: [...above, clock, urgency], value: said === "" ? undefined : said }];
    }),
  );
}
