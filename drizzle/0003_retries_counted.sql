DROP INDEX "notices_lane";--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "retried_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "unsure" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
-- The coordinator knows of those that a message about them reached him for. Of the messages about others nothing is told.
UPDATE "notices" SET "told_at" = "settled_at" WHERE "state" = 'dead' AND (
  "body" ->> 'kind' = 'dead-letter'
  OR "id"::text IN (SELECT "body" ->> 'notice' FROM "notices" WHERE "state" = 'sent' AND "body" ->> 'kind' = 'dead-letter')
);--> statement-breakpoint
CREATE INDEX "notices_held" ON "notices" USING btree ("platform","lane") WHERE "notices"."lease_owner" is not null;--> statement-breakpoint
CREATE INDEX "notices_untold" ON "notices" USING btree ("id") WHERE "notices"."state" = 'dead' and "notices"."told_at" is null;--> statement-breakpoint
CREATE INDEX "notices_lane" ON "notices" USING btree ("platform","lane","express","id") WHERE "notices"."state" = 'waiting';