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
ALTER TABLE "files" ADD CONSTRAINT "files_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_waiting" ON "files" USING btree ("retry_at") WHERE "files"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "files_unsealed" ON "files" USING btree ("issue_id") WHERE "files"."state" = 'kept' and "files"."sealed_in" is null and "files"."issue_id" is not null;--> statement-breakpoint
CREATE INDEX "files_untold" ON "files" USING btree ("received_at") WHERE "files"."state" = 'lost' and "files"."told_at" is null;--> statement-breakpoint
CREATE INDEX "files_issue" ON "files" USING btree ("issue_id") WHERE "files"."issue_id" is not null;--> statement-breakpoint
CREATE INDEX "files_message" ON "files" USING btree ("platform","message_id");--> statement-breakpoint
CREATE INDEX "files_digest" ON "files" USING btree ("digest") WHERE "files"."digest" is not null;--> statement-breakpoint
CREATE INDEX "files_loose" ON "files" USING btree ("received_at") WHERE "files"."issue_id" is null;