import type { Org } from "../../domain/park/org.ts";
import { maskPhones } from "../../messages/escape.ts";
import type { Reader } from "../../messages/reader.ts";
import { ADMIN, CHANGE_PLACES, OPERATOR, RECORD } from "../../messages/zh-cn/admin.ts";
import { digestText, fieldText, partText } from "../../messages/zh-cn/org-changes.ts";
import type { OrgChange, RecordedChange } from "../../store/org-changes.ts";
import { type Frame, Page } from "../shell.tsx";
import { shownValue } from "./entries.ts";
import { KINDS } from "./kinds.ts";
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
          {maskPhones(placeText(one, org))}
        </p>
      ))}
      {changes.length > MOST_PLACES ? <p>{RECORD.more(changes.length - MOST_PLACES)}</p> : null}
    </>
  );
}

/** 修改人员「王建国」：手机 138****1111 → 139****2222 */
function placeText({ part, key, name, verb, fields }: RecordedChange, org: Org): string {
  const called = part === "digest" ? digestText(key).trim() : name || key;
  const head = `${RECORD[verb]}${partText(part)}${called === "" ? "" : `「${called}」`}`;
  const form = KINDS.find((one) => one.part === part)?.fields ?? [];
  const values = fields.map(({ field, from, to }) => {
    const known = form.find((one) => one.name === field && (one.control === "choice" || one.control === "ref"));
    const [before, after] = [from, to].map((value) => {
      if (value === null) return RECORD.nothingThere;
      return known === undefined ? value : shownValue(org, known, value);
    });
    const said = verb === "added" ? after : verb === "removed" ? before : `${before} → ${after}`;
    return `${fieldText(field)} ${said}`;
  });
  return values.length === 0 ? head : `${head}：${values.join("；")}`;
}
