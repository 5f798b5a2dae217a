CREATE TABLE "sign_in_links" (
	"digest" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "sign_in_links_ends" ON "sign_in_links" USING btree ("ends_at");