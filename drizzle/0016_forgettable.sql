DROP INDEX "views_issue";--> statement-breakpoint
ALTER TABLE "blocks" ADD COLUMN "looks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "veils" jsonb;--> statement-breakpoint
ALTER TABLE "views" ADD COLUMN "kind" text DEFAULT 'company' NOT NULL;--> statement-breakpoint
ALTER TABLE "views" ADD COLUMN "chat" text;--> statement-breakpoint
ALTER TABLE "views" ADD COLUMN "data" jsonb;--> statement-breakpoint
ALTER TABLE "views" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "views" ADD COLUMN "veils" jsonb;--> statement-breakpoint
ALTER TABLE "views" ADD COLUMN "block" bigint;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "masked_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "views_unsealed" ON "views" USING btree ("id") WHERE "views"."block" is null;--> statement-breakpoint
CREATE INDEX "views_block" ON "views" USING btree ("block");--> statement-breakpoint
CREATE INDEX "issues_unmasked" ON "issues" USING btree (coalesce("closed_at", "withdrawn_at", "submitted_at")) WHERE "issues"."masked_at" is null and not "issues"."state" in ('submitted', 'dispatched', 'in_progress', 'waiting', 'on_hold', 'answered');--> statement-breakpoint
CREATE INDEX "notices_issue" ON "notices" USING btree ("issue_id","id") WHERE "notices"."issue_id" is not null;--> statement-breakpoint
CREATE INDEX "views_issue" ON "views" USING btree ("issue_id","id");--> statement-breakpoint
-- Who did something and what was said may be forgotten: then nothing else of an event changes, and whoever does it says so first.
CREATE OR REPLACE FUNCTION "events_are_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'events' AND TG_OP = 'UPDATE' THEN
    IF current_setting('chaxu.forgetting', true) = 'on'
      AND to_jsonb(NEW) - 'actor' - 'data' - 'veils' = to_jsonb(OLD) - 'actor' - 'data' - 'veils' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'events are append-only';
END;
$$;
