CREATE TABLE "answers_shown" (
	"issue_id" integer PRIMARY KEY NOT NULL,
	"draft_of" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "draft_of" integer;--> statement-breakpoint
ALTER TABLE "answers_shown" ADD CONSTRAINT "answers_shown_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;