import type { IssueView } from "../messages/reader.ts";
import { markWords, PROMISE_PAST } from "../messages/zh-cn/issues.ts";

type Marked = Pick<IssueView, "urgency" | "confidential" | "promisePast">;

/** 紧急, 保密, 承诺已过 before what an issue is called: wherever a page or a list on paper shows one. */
export function Marks({ of }: { readonly of: Marked }) {
  return (
    <>
      {markWords(of).map((word) => (
        <span key={word} class="mark">
          {word}
        </span>
      ))}
      {of.promisePast ? <span class="mark red">{PROMISE_PAST}</span> : null}
    </>
  );
}
