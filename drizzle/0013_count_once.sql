CREATE TABLE "tallied_minutes" (
	"minutes" integer PRIMARY KEY NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"name" text PRIMARY KEY NOT NULL,
	"count" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "tallied" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "issues_untallied" ON "issues" USING btree ("state","submitted_at") WHERE not "issues"."tallied";