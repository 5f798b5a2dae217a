import type { Conversation } from "../chat/conversation.ts";
import type { Issue } from "../domain/issue/issue.ts";
import { CONTACTS_NOTE, CONTACTS_SHOWN, SHOW_CONTACTS } from "../messages/zh-cn/issue-record.ts";
import { FormKey, type Frame } from "./shell.tsx";

/** The form that asks for it, or that it is shown now; nothing for who may not have it. */
export function Contacts({ frame, conversation, issue }: ContactsProps) {
  const { reader } = conversation;
  if (!reader.mayAskContacts(issue)) return null;
  if (!reader.masks)
    return (
      <p class="hint" data-once>
        {CONTACTS_SHOWN}
      </p>
    );
  return (
    <form method="post" action={`/issues/${issue.id}/contacts`} class="contacts">
      <FormKey frame={frame} />
      <button type="submit" class="quiet">
        {SHOW_CONTACTS}
      </button>
      <small>{CONTACTS_NOTE}</small>
    </form>
  );
}

interface ContactsProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly issue: Issue;
}
