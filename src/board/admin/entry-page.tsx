import { ADMIN, KIND_NAMES } from "../../messages/zh-cn/admin.ts";
import { Page } from "../shell.tsx";
import { type Entry, shownValue } from "./entries.ts";
import { EntryForm, type EntryFormProps, RemoveForm } from "./entry-form.tsx";
import { labelOf } from "./kinds.ts";
import { mayChangePart } from "./may.ts";
import { AdminNav, Alert } from "./parts.tsx";

interface EntryPageProps extends EntryFormProps {
  readonly entry: Entry;
  readonly alerts: readonly string[];
}

/** One entry, to be changed or taken away. */
export function EntryPage({ frame, kind, inForce, entry, filled, alerts }: EntryPageProps) {
  const may = mayChangePart(frame.person, kind.part);
  return (
    <Page title={`${KIND_NAMES[kind.name]}：${entry.name}`} frame={frame}>
      <AdminNav here={kind.name} person={frame.person} />
      <Alert sentences={alerts} />
      {may ? (
        <div class="columns">
          <section>
            <h2>{ADMIN.change}</h2>
            <EntryForm {...{ frame, kind, inForce, entry, filled }} />
          </section>
          <section>
            <details>
              <summary>{ADMIN.remove}</summary>
              <RemoveForm {...{ frame, kind, inForce, entry }} />
            </details>
          </section>
        </div>
      ) : (
        <section>
          <p class="hint">{ADMIN.onlyLook}</p>
          <dl>
            {kind.fields.map((field) => (
              <div key={field.name}>
                <dt>{labelOf(kind, field.name)}</dt>
                <dd>{shownValue(inForce.org, field, entry.value[field.name])}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p>
        <a href={`/admin/${kind.name}`}>{ADMIN.back}</a>
      </p>
    </Page>
  );
}
