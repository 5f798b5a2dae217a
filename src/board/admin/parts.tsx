import { ADMIN, KIND_NAMES } from "../../messages/zh-cn/admin.ts";
import type { Frame } from "../shell.tsx";
import { KINDS } from "./kinds.ts";
import { mayAll } from "./may.ts";

/** What several pages of the administration have. */

/** The way from one page of the administration to the others. */
export function AdminNav({ here, person }: { readonly here: string; readonly person: Frame["person"] }) {
  const others = [
    ["policy", ADMIN.policy],
    ["record", ADMIN.record],
    ...(mayAll(person) ? [["files", ADMIN.files]] : []),
  ] as const;
  return (
    <nav class="groups" aria-label={ADMIN.title}>
      {[...KINDS.map(({ name }) => [name, KIND_NAMES[name]]), ...others].map(([name, words]) => (
        <a key={name} href={`/admin/${name}`} aria-current={name === here ? "true" : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}

interface AlertProps {
  readonly sentences: readonly string[];
  /** What they are of, where there may be several. */
  readonly head?: string;
}

/** Why nothing was done. While it is shown the page is not renewed: what was filled in would be lost. */
export function Alert({ sentences, head = ADMIN.wrong }: AlertProps) {
  if (sentences.length === 0) return null;
  return (
    <div role="alert" class="said red" data-keep>
      {sentences.length > 1 ? <p>{head}</p> : null}
      <ul>
        {sentences.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
