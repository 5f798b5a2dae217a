import { maskPhones } from "../../messages/escape.ts";
import type { Reader } from "../../messages/reader.ts";
import { ADMIN, CHANGE_PLACES, OPERATOR, RECORD } from "../../messages/zh-cn/admin.ts";
import { digestText, fieldText, partText } from "../../messages/zh-cn/org-changes.ts";
import type { OrgChange, RecordedChange } from "../../store/org-changes.ts";
import { type Frame, Page } from "../shell.tsx";
import { AdminNav } from "./parts.tsx";

/** So many are read at once, and of each so many places are shown. */
export const MOST_CHANGES = 30;
const MOST_PLACES = 40;

interface RecordPageProps {
  readonly frame: Frame;
  readonly reader: Reader;
  readonly changes: readonly OrgChange[];
  readonly older: number | null;
}

/** Who changed what of the org, the newest first. */
export function RecordPage({ frame, reader, changes, older }: RecordPageProps) {
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
              <Places change={one} />
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

function Places({ change: { place, changes } }: { readonly change: OrgChange }) {
  if (changes.length === 0) return <p>{place === "export" ? RECORD.exported : RECORD.onlyForm}</p>;
  return (
    <>
      {changes.slice(0, MOST_PLACES).map((one) => (
        <p key={`${one.part} ${one.key}`} class="lines">
          {maskPhones(placeText(one))}
        </p>
      ))}
      {changes.length > MOST_PLACES ? <p>{RECORD.more(changes.length - MOST_PLACES)}</p> : null}
    </>
  );
}

/** 修改人员「王建国」：手机 138****1111 → 139****2222 */
function placeText({ part, key, name, verb, fields }: RecordedChange): string {
  const called = part === "digest" ? digestText(key).trim() : name || key;
  const head = `${RECORD[verb]}${partText(part)}${called === "" ? "" : `「${called}」`}`;
  const values = fields.map(({ field, from, to }) => {
    if (verb === "added") return `${fieldText(field)} ${to ?? RECORD.nothingThere}`;
    if (verb === "removed") return `${fieldText(field)} ${from ?? RECORD.nothingThere}`;
    return `${fieldText(field)} ${from ?? RECORD.nothingThere} → ${to ?? RECORD.nothingThere}`;
  });
  return values.length === 0 ? head : `${head}：${values.join("；")}`;
}
