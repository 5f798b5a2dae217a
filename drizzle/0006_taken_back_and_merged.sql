ALTER TABLE "issues" ADD COLUMN "answered_by" text;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "heard_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "withdrawn_from" text;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "voided" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "merged_into" integer;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "joined" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "issues_merged" ON "issues" USING btree ("merged_into") WHERE "issues"."merged_into" is not null;