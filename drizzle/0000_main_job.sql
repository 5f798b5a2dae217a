CREATE TABLE "assists" (
	"issue_id" integer NOT NULL,
	"department" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assists_issue_id_department_pk" PRIMARY KEY("issue_id","department")
);
--> statement-breakpoint
CREATE TABLE "budgets" (
	"key" text PRIMARY KEY NOT NULL,
	"tries" bigint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"previous" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"platform" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"enterprise" text,
	"verified" boolean NOT NULL,
	"waiting" jsonb,
	"choices" jsonb NOT NULL,
	CONSTRAINT "contacts_platform_user_id_pk" PRIMARY KEY("platform","user_id")
);
--> statement-breakpoint
CREATE TABLE "digest_watch" (
	"kind" text NOT NULL,
	"chat" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "digest_watch_kind_chat_pk" PRIMARY KEY("kind","chat")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"issue_id" integer NOT NULL,
	"version" integer NOT NULL,
	"action" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor" jsonb NOT NULL,
	"platform" text,
	"message_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"data" jsonb NOT NULL,
	"digest" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound" (
	"platform" text NOT NULL,
	"message_id" text NOT NULL,
	"stream_id" text,
	"message" jsonb,
	"received_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"reply" jsonb,
	"attempts" integer NOT NULL,
	"retry_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inbound_platform_message_id_pk" PRIMARY KEY("platform","message_id")
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"id" serial PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"pictures" integer NOT NULL,
	"category" text,
	"urgency" text NOT NULL,
	"confidential" boolean NOT NULL,
	"enterprise" text NOT NULL,
	"reporter_name" text NOT NULL,
	"reporter_platform" text NOT NULL,
	"reporter_user_id" text NOT NULL,
	"reporter_verified" boolean NOT NULL,
	"public_in" text,
	"department" text,
	"handler" text,
	"level" integer NOT NULL,
	"rework" integer NOT NULL,
	"suggestions" jsonb NOT NULL,
	"reason" text,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"dispatch_due" timestamp (3) with time zone NOT NULL,
	"dispatched_at" timestamp (3) with time zone,
	"sign_due" timestamp (3) with time zone,
	"signed_at" timestamp (3) with time zone,
	"contact_due" timestamp (3) with time zone,
	"contact_at" timestamp (3) with time zone,
	"measure" text,
	"measure_at" timestamp (3) with time zone,
	"measure_due" timestamp (3) with time zone,
	"last_reply_at" timestamp (3) with time zone,
	"public_answer" text,
	"answered_at" timestamp (3) with time zone,
	"handling_minutes" integer,
	"closed_at" timestamp (3) with time zone,
	"rating" integer,
	"reopened_at" timestamp (3) with time zone,
	"review_at" timestamp (3) with time zone,
	"urged_at" timestamp (3) with time zone,
	"answer_limit" text,
	"limit_minutes" integer,
	"first_due" timestamp (3) with time zone,
	"due" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"left_minutes" integer,
	"paused_minutes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nonces" (
	"platform" text NOT NULL,
	"nonce" text NOT NULL,
	"message_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "nonces_platform_nonce_pk" PRIMARY KEY("platform","nonce")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"lane" text NOT NULL,
	"platform" text NOT NULL,
	"target" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"issue_id" integer,
	"mention" jsonb NOT NULL,
	"express" boolean NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"parts_sent" integer NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_owner" text,
	"settled_at" timestamp (3) with time zone,
	"last_error" text,
	"platform_key" text
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" serial PRIMARY KEY NOT NULL,
	"issue_id" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"department" text,
	"until" timestamp (3) with time zone,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"kind" text NOT NULL,
	"chat" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"won_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "slots_kind_chat_at_pk" PRIMARY KEY("kind","chat","at")
);
--> statement-breakpoint
CREATE TABLE "views" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"issue_id" integer NOT NULL,
	"person" text NOT NULL,
	"platform" text,
	"message_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assists" ADD CONSTRAINT "assists_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assists_department" ON "assists" USING btree ("department");--> statement-breakpoint
CREATE UNIQUE INDEX "events_issue_version" ON "events" USING btree ("issue_id","version");--> statement-breakpoint
CREATE INDEX "inbound_waiting" ON "inbound" USING btree ("retry_at") WHERE "inbound"."done_at" is null;--> statement-breakpoint
CREATE INDEX "inbound_stream" ON "inbound" USING btree ("stream_id");--> statement-breakpoint
CREATE INDEX "inbound_received" ON "inbound" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "issues_department" ON "issues" USING btree ("department","state","due");--> statement-breakpoint
CREATE INDEX "issues_enterprise" ON "issues" USING btree ("enterprise","id");--> statement-breakpoint
CREATE INDEX "issues_state" ON "issues" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "issues_submitted" ON "issues" USING btree ("submitted_at");--> statement-breakpoint
CREATE INDEX "issues_review" ON "issues" USING btree ("review_at") WHERE "issues"."state" = 'on_hold';--> statement-breakpoint
CREATE INDEX "nonces_seen" ON "nonces" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "notices_lane" ON "notices" USING btree ("lane","id") WHERE "notices"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "notices_ready" ON "notices" USING btree ("ready_at") WHERE "notices"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "notices_dead" ON "notices" USING btree ("id") WHERE "notices"."state" = 'dead';--> statement-breakpoint
CREATE INDEX "notices_key" ON "notices" USING btree ("platform_key");--> statement-breakpoint
CREATE INDEX "requests_issue" ON "requests" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "requests_state" ON "requests" USING btree ("state");--> statement-breakpoint
CREATE INDEX "views_issue" ON "views" USING btree ("issue_id");