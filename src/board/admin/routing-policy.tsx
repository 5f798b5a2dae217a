import { type Org, ROUTING_USUAL } from "../../domain/park/org.ts";
import { ADMIN } from "../../messages/zh-cn/admin.ts";
import { ROUTING_FIELDS, ROUTING_POLICY } from "../../messages/zh-cn/routing-page.ts";
import { FormKey, type Frame } from "../shell.tsx";
import type { Filled } from "./filled.ts";
import { mayAll } from "./may.ts";

interface RoutingPolicyProps {
  readonly frame: Frame;
  readonly org: Org;
  readonly version: string;
  readonly filled: Filled | null;
}

/** From which on what was learned dispatches by itself. */
export function RoutingPolicyForm({ frame, org, version, filled }: RoutingPolicyProps) {
  const may = mayAll(frame.person);
  const { routing = {} } = org.policy;
  return (
    <section class="apart">
      <h2>{ROUTING_POLICY.title}</h2>
      <p>{ROUTING_POLICY.lead}</p>
      <form method="post" action="/admin/policy/routing" class="filters">
        <FormKey frame={frame} />
        <input type="hidden" name="version" value={version} />
        {(["leastCases", "precision"] as const).map((name) => (
          <label key={name}>
            <span>{ROUTING_FIELDS[name]}</span>
            <input
              type="text"
              size={8}
              name={name}
              value={filled?.[name] ?? routing[name] ?? ""}
              placeholder={String(ROUTING_USUAL[name])}
              readOnly={!may}
            />
          </label>
        ))}
        {may ? <button type="submit">{ADMIN.save}</button> : null}
      </form>
    </section>
  );
}
