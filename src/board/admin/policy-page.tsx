import { DEFAULT_LIMITS } from "../../domain/park/limits.ts";
import { CLOCKS, type ClockName, type LimitTable, type Org, URGENCIES, type Urgency } from "../../domain/park/org.ts";
import type { Card } from "../../messages/card.ts";
import { ADMIN, CLOCK_WORDS, POLICY } from "../../messages/zh-cn/admin.ts";
import { URGENCY_WORDS } from "../../messages/zh-cn/terms.ts";
import { SaidView } from "../card.tsx";
import { FormKey, type Frame, Page } from "../shell.tsx";
import { Head } from "../table.tsx";
import type { Filled } from "./filled.ts";
import { mayAll } from "./may.ts";
import { AdminNav, Alert } from "./parts.tsx";
import { RoutingPolicyForm } from "./routing-policy.tsx";

interface PolicyPageProps {
  readonly frame: Frame;
  readonly org: Org;
  /** The code of a category; empty for all. */
  readonly category: string;
  /** As it is written. */
  readonly limits: LimitTable;
  readonly version: string;
  /** Of what is asked of routing. */
  readonly routingVersion: string;
  readonly said: Card | null;
  readonly filled: Filled | null;
  readonly alerts: readonly string[];
}

/** How long each step may take, by urgency, for all categories or for one. */
export function PolicyPage(props: PolicyPageProps) {
  const { frame, org, category, said, alerts } = props;
  const name = org.categories.find(({ code }) => code === category)?.name;
  return (
    <Page title={ADMIN.policy} frame={frame}>
      <AdminNav here="policy" person={frame.person} />
      <SaidView said={said} />
      <Alert sentences={alerts} />
      <p>{POLICY.lead}</p>
      <form method="get" action="/admin/policy" class="filters">
        <label>
          <span>{POLICY.of}</span>
          <select name="category">
            <option value="">{POLICY.all}</option>
            {org.categories.map((one) => (
              <option key={one.code} value={one.code} selected={one.code === category}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{POLICY.show}</button>
      </form>
      {name === undefined ? null : <p>{POLICY.ofCategory(name)}</p>}
      {mayAll(frame.person) ? null : <p class="hint">{ADMIN.onlyLook}</p>}
      <Limits {...props} />
      <RoutingPolicyForm frame={frame} org={org} version={props.routingVersion} filled={props.filled} />
    </Page>
  );
}

/** What holds where nothing is written: of a category what holds for all. */
function usualOf(org: Org, category: string, clock: ClockName, urgency: Urgency): string {
  const all = org.policy.limits[clock]?.[urgency] ?? DEFAULT_LIMITS[clock][urgency];
  if (category === "") return DEFAULT_LIMITS[clock][urgency];
  const days = org.categories.find(({ code }) => code === category)?.answerDays;
  return clock === "answer" && urgency === "normal" && days !== undefined ? `${days}d` : all;
}

function Limits({ frame, org, category, limits, version, filled }: PolicyPageProps) {
  const may = mayAll(frame.person);
  return (
    <form method="post" action="/admin/policy">
      <FormKey frame={frame} />
      <input type="hidden" name="category" value={category} />
      <input type="hidden" name="version" value={version} />
      <table class="figures limits">
        <Head of={[POLICY.clock, ...URGENCIES.map((one) => URGENCY_WORDS[one])]} />
        <tbody>
          {CLOCKS.map((clock) => (
            <tr key={clock}>
              <th scope="row">
                {CLOCK_WORDS[clock].name}
                <small>{CLOCK_WORDS[clock].meaning}</small>
              </th>
              {URGENCIES.map((urgency) => (
                <td key={urgency}>
                  <input
                    type="text"
                    size={5}
                    name={limitName(clock, urgency)}
                    aria-label={`${CLOCK_WORDS[clock].name} ${URGENCY_WORDS[urgency]}`}
                    value={filled?.[limitName(clock, urgency)] ?? limits[clock]?.[urgency] ?? ""}
                    placeholder={usualOf(org, category, clock, urgency)}
                    readOnly={!may}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {may ? <button type="submit">{ADMIN.save}</button> : null}
    </form>
  );
}

/** The name of a limit's field. */
export function limitName(clock: ClockName, urgency: Urgency): string {
  return `${clock}-${urgency}`;
}
