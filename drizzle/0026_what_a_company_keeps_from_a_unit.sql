CREATE TABLE "kept_from" (
	"issue_id" integer NOT NULL,
	"department" text NOT NULL,
	CONSTRAINT "kept_from_issue_id_department_pk" PRIMARY KEY("issue_id","department")
);
--> statement-breakpoint
ALTER TABLE "kept_from" ADD CONSTRAINT "kept_from_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;