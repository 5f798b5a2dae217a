CREATE TABLE "unsealed" (
	"seq" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"id" bigint PRIMARY KEY NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	"count" integer NOT NULL,
	"seqs" jsonb NOT NULL,
	"sealed_at" timestamp (3) with time zone
);
--> statement-breakpoint
-- What was chained event by event until now is the first block.
INSERT INTO "blocks" ("id", "previous", "hash", "count", "seqs")
  SELECT 0, '', "hash", "seq", '[]' FROM "chain_head" WHERE "id" = 1;--> statement-breakpoint
DROP TABLE "chain_head" CASCADE;--> statement-breakpoint
CREATE SEQUENCE "events_seq_seq" AS bigint OWNED BY "events"."seq";--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "seq" SET DEFAULT nextval('events_seq_seq');--> statement-breakpoint
SELECT setval('events_seq_seq', (SELECT "count" FROM "blocks" WHERE "id" = 0) + 1, false);
--> statement-breakpoint
CREATE TRIGGER "blocks_append_only" BEFORE UPDATE OR DELETE ON "blocks"
  FOR EACH ROW EXECUTE FUNCTION "events_are_append_only"();--> statement-breakpoint
CREATE TRIGGER "blocks_not_emptied" BEFORE TRUNCATE ON "blocks"
  FOR EACH STATEMENT EXECUTE FUNCTION "events_are_append_only"();
