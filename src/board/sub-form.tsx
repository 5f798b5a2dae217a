import type { ComponentChildren } from "preact";
import { FormKey, type Frame } from "./shell.tsx";

interface SubFormProps {
  readonly frame: Frame;
  /** Where it goes. */
  readonly action: string;
  /** The sub-word that it says, and what else it names without asking. */
  readonly hidden: Readonly<Record<string, string | number>> & { readonly sub: string };
  readonly label: string;
  readonly quiet?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** A form that says what somebody could write behind a command that has words of its own: 共性, 主题日. */
export function SubForm({ frame, action, hidden, label, quiet = false, children }: SubFormProps) {
  return (
    <form method="post" action={action}>
      <FormKey frame={frame} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit" class={quiet ? "second" : undefined}>
        {label}
      </button>
    </form>
  );
}
