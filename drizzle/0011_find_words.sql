CREATE TABLE "issue_grams" (
	"issue_id" integer PRIMARY KEY NOT NULL,
	"grams" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "issue_grams" ADD CONSTRAINT "issue_grams_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO "issue_grams" ("issue_id", "grams")
SELECT "id", array(
	SELECT DISTINCT substr(translate("text", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), "at", 2)
	FROM generate_series(1, length("text") - 1) AS "at"
) FROM "issues";--> statement-breakpoint
CREATE INDEX "issue_grams_grams" ON "issue_grams" USING gin ("grams");