ALTER TABLE "issues" ADD COLUMN "returned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "issues" SET "returned" = true WHERE EXISTS (
  SELECT FROM "requests" r WHERE r."issue_id" = "issues"."id" AND r."kind" = 'return' AND r."state" = 'approved'
);
