CREATE TABLE "common_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"common_id" integer NOT NULL,
	"version" integer NOT NULL,
	"action" text NOT NULL,
	"actor" jsonb NOT NULL,
	"platform" text,
	"message_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"data" jsonb NOT NULL,
	"digest" text NOT NULL,
	"veils" jsonb,
	"block" bigint
);
--> statement-breakpoint
CREATE TABLE "common_members" (
	"issue_id" integer PRIMARY KEY NOT NULL,
	"common_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "common_proposals" (
	"id" serial PRIMARY KEY NOT NULL,
	"place" integer NOT NULL,
	"common_id" integer,
	"issues" jsonb NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "common_problems" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"lead" text,
	"measure" text,
	"due" timestamp (3) with time zone,
	"progress" text,
	"answer" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "blocks" ADD COLUMN "commons" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "common_events" ADD CONSTRAINT "common_events_common_id_common_problems_id_fk" FOREIGN KEY ("common_id") REFERENCES "common_problems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "common_members" ADD CONSTRAINT "common_members_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "common_members" ADD CONSTRAINT "common_members_common_id_common_problems_id_fk" FOREIGN KEY ("common_id") REFERENCES "common_problems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "common_proposals" ADD CONSTRAINT "common_proposals_common_id_common_problems_id_fk" FOREIGN KEY ("common_id") REFERENCES "common_problems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "common_events_version" ON "common_events" USING btree ("common_id","version");--> statement-breakpoint
CREATE INDEX "common_events_unsealed" ON "common_events" USING btree ("id") WHERE "common_events"."block" is null;--> statement-breakpoint
CREATE INDEX "common_events_block" ON "common_events" USING btree ("block");--> statement-breakpoint
CREATE INDEX "common_members_of" ON "common_members" USING btree ("common_id");--> statement-breakpoint
CREATE INDEX "common_proposals_state" ON "common_proposals" USING btree ("state","at");--> statement-breakpoint
CREATE INDEX "common_problems_open" ON "common_problems" USING btree ("id") WHERE "common_problems"."state" = 'open';--> statement-breakpoint
-- The record of common problems is sealed once. After that who did something and what was said may be forgotten, and nothing else of it changes.
CREATE FUNCTION "common_events_are_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.block IS NULL AND to_jsonb(NEW) - 'block' = to_jsonb(OLD) - 'block' THEN
      RETURN NEW;
    END IF;
    IF current_setting('chaxu.forgetting', true) = 'on'
      AND to_jsonb(NEW) - 'actor' - 'data' - 'veils' = to_jsonb(OLD) - 'actor' - 'data' - 'veils' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the record of common problems is kept as it was';
END;
$$;--> statement-breakpoint
CREATE TRIGGER "common_events_kept" BEFORE UPDATE OR DELETE ON "common_events"
  FOR EACH ROW EXECUTE FUNCTION "common_events_are_kept"();--> statement-breakpoint
CREATE TRIGGER "common_events_not_emptied" BEFORE TRUNCATE ON "common_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "common_events_are_kept"();
