import { ABOVE_FILE, ADMIN, countText, KIND_NAMES } from "../../messages/zh-cn/admin.ts";
import type { OrgInForce } from "../../org/desk.ts";
import { type Frame, Page } from "../shell.tsx";
import { KINDS } from "./kinds.ts";
import { mayAll } from "./may.ts";

interface HomePageProps {
  readonly frame: Frame;
  readonly inForce: OrgInForce;
}

/** What can be kept here, and how much of it there is. */
export function HomePage({ frame, inForce }: HomePageProps) {
  const { org, stored } = inForce;
  return (
    <Page title={ADMIN.title} frame={frame}>
      <ul class="tiles">
        {KINDS.map(({ name, section }) => (
          <li key={name}>
            <a href={`/admin/${name}`}>{KIND_NAMES[name]}</a>
            <small>{countText(org[section].length, org[section].length)}</small>
          </li>
        ))}
        <li>
          <a href="/admin/policy">{ADMIN.policy}</a>
        </li>
        <li>
          <a href="/admin/record">{ADMIN.record}</a>
        </li>
        {mayAll(frame.person) ? (
          <li>
            <a href="/admin/files">{ADMIN.files}</a>
          </li>
        ) : null}
      </ul>
      {stored.file === null ? null : <p class="hint">{ABOVE_FILE}</p>}
    </Page>
  );
}
