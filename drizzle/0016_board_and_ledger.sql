CREATE TABLE "report_links" (
	"digest" text PRIMARY KEY NOT NULL,
	"issue_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_states" (
	"digest" text PRIMARY KEY NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"state" text NOT NULL,
	"source" jsonb,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	"place" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"retry_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"issue_id" integer,
	"version" integer,
	"action" text,
	"sealed_in" integer,
	"digest" text,
	"mime" text,
	"bytes" integer,
	"kept_at" timestamp (3) with time zone,
	"lost" text,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "taken_over" (
	"issue_id" integer PRIMARY KEY NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "org_changes" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"by" text,
	"place" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"changes" jsonb NOT NULL,
	"text" text NOT NULL,
	"digest" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
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
ALTER TABLE "report_links" ADD CONSTRAINT "report_links_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_over" ADD CONSTRAINT "taken_over_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_states_ends" ON "sign_in_states" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "files_waiting" ON "files" USING btree ("retry_at") WHERE "files"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "files_unsealed" ON "files" USING btree ("issue_id") WHERE "files"."state" = 'kept' and "files"."sealed_in" is null and "files"."issue_id" is not null;--> statement-breakpoint
CREATE INDEX "files_untold" ON "files" USING btree ("received_at") WHERE "files"."state" = 'lost' and "files"."told_at" is null;--> statement-breakpoint
CREATE INDEX "files_issue" ON "files" USING btree ("issue_id") WHERE "files"."issue_id" is not null;--> statement-breakpoint
CREATE INDEX "files_message" ON "files" USING btree ("platform","message_id");--> statement-breakpoint
CREATE INDEX "files_digest" ON "files" USING btree ("digest") WHERE "files"."digest" is not null;--> statement-breakpoint
CREATE INDEX "files_loose" ON "files" USING btree ("received_at") WHERE "files"."issue_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "taken_over_key" ON "taken_over" USING btree ("key");--> statement-breakpoint
CREATE INDEX "org_changes_of" ON "org_changes" USING gin ("changes");--> statement-breakpoint
CREATE INDEX "views_unsealed" ON "views" USING btree ("id") WHERE "views"."block" is null;--> statement-breakpoint
CREATE INDEX "views_block" ON "views" USING btree ("block");--> statement-breakpoint
CREATE INDEX "issues_listed" ON "issues" USING btree ("state","department","category","enterprise","urgency","session","confidential","due");--> statement-breakpoint
CREATE INDEX "issues_lead" ON "issues" USING btree ("department","id");--> statement-breakpoint
CREATE INDEX "issues_open_due" ON "issues" USING btree ("due","id") WHERE "issues"."state" in ('submitted', 'dispatched', 'in_progress', 'waiting', 'on_hold', 'answered');--> statement-breakpoint
CREATE INDEX "issues_unmasked" ON "issues" USING btree (coalesce("closed_at", "withdrawn_at", "submitted_at")) WHERE "issues"."masked_at" is null and not "issues"."state" in ('submitted', 'dispatched', 'in_progress', 'waiting', 'on_hold', 'answered');--> statement-breakpoint
CREATE INDEX "notices_issue" ON "notices" USING btree ("issue_id","id") WHERE "notices"."issue_id" is not null;--> statement-breakpoint
CREATE INDEX "views_issue" ON "views" USING btree ("issue_id","id");--> statement-breakpoint
CREATE TRIGGER "org_changes_append_only" BEFORE UPDATE OR DELETE ON "org_changes"
  FOR EACH ROW EXECUTE FUNCTION "events_are_append_only"();--> statement-breakpoint
CREATE TRIGGER "org_changes_not_emptied" BEFORE TRUNCATE ON "org_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION "events_are_append_only"();--> statement-breakpoint
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
$$;--> statement-breakpoint
-- A look is sealed once. After that who looked may be forgotten, and nothing else of it changes.
CREATE FUNCTION "looks_are_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.block IS NULL
      AND to_jsonb(NEW) - 'digest' - 'veils' - 'block' = to_jsonb(OLD) - 'digest' - 'veils' - 'block' THEN
      RETURN NEW;
    END IF;
    IF current_setting('chaxu.forgetting', true) = 'on'
      AND to_jsonb(NEW) - 'person' - 'veils' = to_jsonb(OLD) - 'person' - 'veils' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'looks are kept as they were';
END;
$$;--> statement-breakpoint
CREATE TRIGGER "views_are_kept" BEFORE UPDATE OR DELETE ON "views"
  FOR EACH ROW EXECUTE FUNCTION "looks_are_kept"();--> statement-breakpoint
CREATE TRIGGER "views_not_emptied" BEFORE TRUNCATE ON "views"
  FOR EACH STATEMENT EXECUTE FUNCTION "looks_are_kept"();
