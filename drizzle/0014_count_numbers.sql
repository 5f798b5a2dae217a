-- The number of an issue is taken in the transaction that files it, so that none is left out when that is undone.
LOCK TABLE "issues" IN ACCESS EXCLUSIVE MODE;--> statement-breakpoint
INSERT INTO "numbers" ("series", "last") SELECT 'issue', max("id") FROM "issues" HAVING count(*) > 0;--> statement-breakpoint
ALTER TABLE "issues" ALTER COLUMN "id" DROP DEFAULT;--> statement-breakpoint
DROP SEQUENCE "issues_id_seq";
