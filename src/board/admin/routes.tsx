import { olderPage } from "../../features/older.ts";
import { orgChangesBefore } from "../../store/org-changes.ts";
import type { Asking, Handler, Outcome, Route } from "../page.ts";
import { ENTRY_ROUTES } from "./entry-routes.tsx";
import { FILES_ROUTES } from "./files-routes.tsx";
import { HomePage } from "./home-page.tsx";
import { mayEnter } from "./may.ts";
import { POLICY_ROUTES } from "./policy-routes.tsx";
import { MOST_CHANGES, RecordPage } from "./record-page.tsx";
import { personOf } from "./saving.ts";

/** The pages on which the org is kept. For anybody else they are not there. */
export const ADMIN_ROUTES: readonly Route[] = [
  { method: "get" as const, path: "/admin", handle: home },
  { method: "get" as const, path: "/admin/record", handle: record },
  ...ENTRY_ROUTES,
  ...POLICY_ROUTES,
  ...FILES_ROUTES,
].map((route) => ({ ...route, handle: forKeepers(route.handle) }));

function forKeepers(handle: Handler): Handler {
  return async (asking) => (mayEnter(personOf(asking)) ? handle(asking) : { problem: "not-found", status: 404 });
}

async function home({ deps, conversation, frame }: Asking): Promise<Outcome> {
  return { page: <HomePage frame={frame("admin")} inForce={await deps.org.read(conversation.ctx.db)} /> };
}

async function record({ deps, request, conversation, frame }: Asking): Promise<Outcome> {
  const { before } = request.query;
  const from = typeof before === "string" && /^\d{1,9}$/.test(before) ? Number(before) : null;
  const found = await orgChangesBefore(conversation.ctx.db, from, MOST_CHANGES + 1);
  const { shown: changes, next: older } = olderPage(found, MOST_CHANGES, ({ seq }) => seq);
  const { org } = await deps.org.read(conversation.ctx.db);
  return { page: <RecordPage frame={frame("admin")} reader={conversation.reader} {...{ org, changes, older }} /> };
}
