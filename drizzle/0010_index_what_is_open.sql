DROP INDEX "requests_state";--> statement-breakpoint
DROP INDEX "assists_department";--> statement-breakpoint
DROP INDEX "notices_ready";--> statement-breakpoint
CREATE INDEX "issues_open" ON "issues" USING btree ("id") WHERE "issues"."state" in ('submitted', 'dispatched', 'in_progress', 'waiting', 'on_hold', 'answered');--> statement-breakpoint
CREATE INDEX "issues_open_in" ON "issues" USING btree ("public_in","id") WHERE "issues"."state" in ('submitted', 'dispatched', 'in_progress', 'waiting', 'on_hold', 'answered');--> statement-breakpoint
CREATE INDEX "issues_open_by" ON "issues" USING btree ("enterprise","id") WHERE "issues"."state" in ('submitted', 'dispatched', 'in_progress', 'waiting', 'on_hold', 'answered');--> statement-breakpoint
CREATE INDEX "issues_open_of" ON "issues" USING btree ("department","id") WHERE "issues"."state" in ('submitted', 'dispatched', 'in_progress', 'waiting', 'on_hold', 'answered');--> statement-breakpoint
CREATE INDEX "issues_closed_in" ON "issues" USING btree ("public_in","closed_at") WHERE "issues"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "issues_closed_of" ON "issues" USING btree ("department","closed_at") WHERE "issues"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "issues_closed_by" ON "issues" USING btree ("enterprise","closed_at") WHERE "issues"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "requests_pending" ON "requests" USING btree ("issue_id") WHERE "requests"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "assists_department" ON "assists" USING btree ("department","issue_id");--> statement-breakpoint
CREATE INDEX "notices_ready" ON "notices" USING btree ("platform","ready_at","lane","express") WHERE "notices"."state" = 'waiting';