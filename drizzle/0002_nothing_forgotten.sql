CREATE TABLE "drafts" (
	"person" text PRIMARY KEY NOT NULL,
	"session_id" integer NOT NULL,
	"lines" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"session_id" integer NOT NULL,
	"enterprise" text NOT NULL,
	"invited_at" timestamp (3) with time zone,
	"signed_up_at" timestamp (3) with time zone,
	"signed_up_by" text,
	CONSTRAINT "invitations_session_id_enterprise_pk" PRIMARY KEY("session_id","enterprise")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" serial PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"number" integer,
	"theme" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"place" text,
	"chat" text,
	"slot" timestamp (3) with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" serial PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"substitute" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"set_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checks" (
	"issue_id" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"failures" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"id" serial PRIMARY KEY NOT NULL,
	"department" text NOT NULL,
	"person" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"set_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "numbers" (
	"series" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"scope" text NOT NULL,
	"subject" integer NOT NULL,
	"rung" text NOT NULL,
	"about" text NOT NULL,
	"deadline" timestamp (3) with time zone NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reminders_scope_subject_rung_about_deadline_pk" PRIMARY KEY("scope","subject","rung","about","deadline")
);
--> statement-breakpoint
CREATE TABLE "supervisions" (
	"id" serial PRIMARY KEY NOT NULL,
	"issue_id" integer NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"department" text,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by" text,
	"answer" text
);
--> statement-breakpoint
DROP INDEX "issues_review";--> statement-breakpoint
ALTER TABLE "assists" ADD COLUMN "done_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "handoffs" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "stage_due" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "supplement_due" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "confirm_due" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "session" integer;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "follows" integer;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_slot" ON "sessions" USING btree ("slot");--> statement-breakpoint
CREATE INDEX "sessions_at" ON "sessions" USING btree ("state","at");--> statement-breakpoint
CREATE INDEX "absences_until" ON "absences" USING btree ("until");--> statement-breakpoint
CREATE INDEX "checks_at" ON "checks" USING btree ("at");--> statement-breakpoint
CREATE INDEX "duties_department" ON "duties" USING btree ("department","id");--> statement-breakpoint
CREATE UNIQUE INDEX "supervisions_number" ON "supervisions" USING btree ("kind","year","number");--> statement-breakpoint
CREATE INDEX "supervisions_issue" ON "supervisions" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "supervisions_open" ON "supervisions" USING btree ("department") WHERE "supervisions"."answered_at" is null;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_session_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "issues_due" ON "issues" USING btree ("due");--> statement-breakpoint
CREATE INDEX "issues_session" ON "issues" USING btree ("session") WHERE "issues"."session" is not null;--> statement-breakpoint
CREATE INDEX "issues_follows" ON "issues" USING btree ("follows") WHERE "issues"."follows" is not null;--> statement-breakpoint
-- What is open already is looked at with the first sweep.
INSERT INTO "checks" ("issue_id", "at", "failures") SELECT "id", "submitted_at", 0 FROM "issues" WHERE "state" NOT IN ('closed', 'rejected', 'withdrawn', 'merged');
