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
CREATE INDEX "org_changes_of" ON "org_changes" USING gin ("changes");--> statement-breakpoint
CREATE TRIGGER "org_changes_append_only" BEFORE UPDATE OR DELETE ON "org_changes"
  FOR EACH ROW EXECUTE FUNCTION "events_are_append_only"();--> statement-breakpoint
CREATE TRIGGER "org_changes_not_emptied" BEFORE TRUNCATE ON "org_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION "events_are_append_only"();
