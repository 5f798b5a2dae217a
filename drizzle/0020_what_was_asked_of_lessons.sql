ALTER TABLE "lessons" DROP CONSTRAINT "lessons_up_to_unique";--> statement-breakpoint
ALTER TABLE "lessons" ADD COLUMN "precision" double precision DEFAULT 0.96 NOT NULL;--> statement-breakpoint
ALTER TABLE "lessons" ADD COLUMN "gone" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lessons" ADD COLUMN "contradicting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_learned" UNIQUE("up_to","precision");--> statement-breakpoint
INSERT INTO "tallies" ("name", "count")
SELECT 'dispatched.whole', count(*) FROM "issues"
WHERE "tallied" AND "state" NOT IN ('rejected', 'withdrawn', 'merged') AND "first_due" IS NOT NULL HAVING count(*) > 0;--> statement-breakpoint
INSERT INTO "tallies" ("name", "count")
SELECT 'dispatched.part', count(*) FROM "issues"
WHERE "tallied" AND "state" NOT IN ('rejected', 'withdrawn', 'merged') AND "first_due" IS NOT NULL
AND NOT EXISTS (SELECT FROM "requests" r WHERE r."issue_id" = "issues"."id" AND r."kind" = 'return' AND r."state" = 'approved')
HAVING count(*) > 0;
