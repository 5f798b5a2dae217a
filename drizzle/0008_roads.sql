CREATE TABLE "cards" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"issue_id" integer,
	"issue_version" integer,
	"facts" jsonb NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"over" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"platform" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"person" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claims_platform_user_id_pk" PRIMARY KEY("platform","user_id")
);
--> statement-breakpoint
CREATE TABLE "direct_roads" (
	"platform" text NOT NULL,
	"user_id" text NOT NULL,
	"spoke_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "direct_roads_platform_user_id_pk" PRIMARY KEY("platform","user_id")
);
--> statement-breakpoint
CREATE TABLE "gaps" (
	"id" serial PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"noticed_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"posted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recognised" (
	"platform" text NOT NULL,
	"user_id" text NOT NULL,
	"person" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "recognised_platform_user_id_pk" PRIMARY KEY("platform","user_id")
);
--> statement-breakpoint
CREATE TABLE "usage" (
	"counter" text NOT NULL,
	"month" text NOT NULL,
	"used" integer NOT NULL,
	"told" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "usage_counter_month_pk" PRIMARY KEY("counter","month")
);
--> statement-breakpoint
ALTER TABLE "inbound" ADD COLUMN "in_group" boolean;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "issue_version" integer;--> statement-breakpoint
CREATE INDEX "cards_issue" ON "cards" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "cards_sent" ON "cards" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "gaps_open" ON "gaps" USING btree ("platform","kind","ended_at");--> statement-breakpoint
CREATE INDEX "inbound_heard" ON "inbound" USING btree ("platform","in_group","received_at");