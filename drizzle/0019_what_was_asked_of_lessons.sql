ALTER TABLE "lessons" DROP CONSTRAINT "lessons_up_to_unique";--> statement-breakpoint
ALTER TABLE "lessons" ADD COLUMN "precision" double precision DEFAULT 0.96 NOT NULL;--> statement-breakpoint
ALTER TABLE "lessons" ADD COLUMN "gone" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lessons" ADD COLUMN "contradicting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_learned" UNIQUE("up_to","precision");