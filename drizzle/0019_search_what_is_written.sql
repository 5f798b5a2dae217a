-- The start fills it anew behind the migration, by what the program takes for the same (src/store/search-index.ts).
DROP INDEX "issue_grams_grams";--> statement-breakpoint
TRUNCATE "issue_grams";--> statement-breakpoint
ALTER TABLE "issue_grams" ALTER COLUMN "grams" SET DATA TYPE tsvector USING array_to_tsvector("grams");--> statement-breakpoint
ALTER TABLE "issue_grams" ADD COLUMN "plain" text NOT NULL;--> statement-breakpoint
CREATE INDEX "issue_grams_grams" ON "issue_grams" USING gin ("grams");--> statement-breakpoint
INSERT INTO "settings" ("name", "value") VALUES ('searchIndex', '0') ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value";
