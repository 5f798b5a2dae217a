import type { Card } from "../../messages/card.ts";
import { ADMIN, FILES } from "../../messages/zh-cn/admin.ts";
import { SaidView } from "../card.tsx";
import { FormKey, type Frame, Page } from "../shell.tsx";
import { AdminNav, Alert } from "./parts.tsx";

/** What an uploaded file would do. */
export interface Preview {
  readonly draft: string;
  readonly changes: readonly string[];
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

interface FilesPageProps {
  readonly frame: Frame;
  readonly said: Card | null;
  readonly alerts: readonly string[];
  readonly preview: Preview | null;
}

/** The org as a file, and a file as the org. */
export function FilesPage({ frame, said, alerts, preview }: FilesPageProps) {
  return (
    <Page title={ADMIN.files} frame={frame}>
      <AdminNav here="files" person={frame.person} />
      <SaidView said={said} />
      <Alert head={FILES.wrong} sentences={atMost(alerts)} />
      {preview === null ? null : <PreviewView frame={frame} preview={preview} />}
      <div class="columns">
        <section>
          <h2>{FILES.import}</h2>
          <p>{FILES.importLead}</p>
          <form method="post" action="/admin/files" enctype="multipart/form-data" class="moves admin-form">
            <FormKey frame={frame} />
            <label for="file">
              <span>{FILES.file}</span>
              <input id="file" type="file" name="file" accept=".yaml,.yml,.xlsx" required />
            </label>
            <button type="submit">{FILES.look}</button>
          </form>
        </section>
        <section>
          <h2>{FILES.export}</h2>
          <p>{FILES.exportLead}</p>
          <p>
            <a href="/admin/org.yaml" download>
              {FILES.export}
            </a>
          </p>
        </section>
      </div>
    </Page>
  );
}

function PreviewView({ frame, preview }: { readonly frame: Frame; readonly preview: Preview }) {
  const { draft, changes, notes, warnings } = preview;
  return (
    <section data-keep>
      <h2>{changes.length === 0 ? FILES.sameAsNow : FILES.willChange}</h2>
      <Lines lines={changes} />
      {notes.length === 0 ? null : <h3>{FILES.notes}</h3>}
      <Lines lines={notes} />
      {warnings.length === 0 ? null : <h3>{FILES.doubtful}</h3>}
      <Lines lines={warnings} />
      {changes.length === 0 ? null : (
        <form method="post" action="/admin/files" enctype="multipart/form-data">
          <FormKey frame={frame} />
          <input type="hidden" name="draft" value={draft} />
          <button type="submit">{FILES.apply}</button>
        </form>
      )}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {atMost(lines).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const MOST_LINES = 200;

function atMost(lines: readonly string[]): readonly string[] {
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES), FILES.more(lines.length - MOST_LINES)];
}
