CREATE TABLE "sign_in_states" (
	"digest" text PRIMARY KEY NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sign_in_states_ends" ON "sign_in_states" USING btree ("ends_at");