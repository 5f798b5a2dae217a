import type { Org } from "../../domain/park/org.ts";
import type { Reader } from "../../messages/reader.ts";
import { ADMIN, CHANGE_PLACES, OPERATOR, RECORD } from "../../messages/zh-cn/admin.ts";
import type { OrgChange } from "../../store/org-changes.ts";
import { type Frame, Page } from "../shell.tsx";
import { changeText } from "./change-text.ts";
import { AdminNav } from "./parts.tsx";

/** So many are read at once, and of each so many places are shown. */
export const MOST_CHANGES = 30;
const MOST_PLACES = 40;

interface RecordPageProps {
  readonly frame: Frame;
  readonly reader: Reader;
  /** In force now, for the names of what is still there. */
  readonly org: Org;
  readonly changes: readonly OrgChange[];
  readonly older: number | null;
}

/** Who changed what of the org, the newest first. */
export function RecordPage({ frame, reader, org, changes, older }: RecordPageProps) {
  return (
    <Page title={ADMIN.record} frame={frame}>
      <AdminNav here="record" person={frame.person} />
      <p class="hint">{RECORD.lead}</p>
      {changes.length === 0 ? (
        <p>{RECORD.nothing}</p>
      ) : (
        <ol class="timeline">
          {changes.map((one) => (
            <li key={one.seq}>
              <p>
                <time dateTime={one.at.toISOString()}>{reader.dateTime(one.at)}</time> <b>{one.by ?? OPERATOR}</b>
                <small>{CHANGE_PLACES[one.place]}</small>
              </p>
              <Places change={one} org={org} />
            </li>
          ))}
        </ol>
      )}
      {older === null ? null : (
        <nav class="pages">
          <a href={`/admin/record?before=${older}`} rel="next">
            {ADMIN.older}
          </a>
        </nav>
      )}
    </Page>
  );
}

function Places({ change: { place, changes }, org }: { readonly change: OrgChange; readonly org: Org }) {
  if (changes.length === 0) return <p>{place === "export" ? RECORD.exported : RECORD.onlyForm}</p>;
  return (
    <>
      {changes.slice(0, MOST_PLACES).map((one) => (
        <p key={`${one.part} ${one.key}`} class="lines">
          {changeText(one, org)}
        </p>
      ))}
      {changes.length > MOST_PLACES ? <p>{RECORD.more(changes.length - MOST_PLACES)}</p> : null}
    </>
  );
}
