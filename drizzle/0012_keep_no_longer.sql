CREATE INDEX "reminders_given" ON "reminders" USING btree ("given_at");--> statement-breakpoint
CREATE INDEX "issues_measured" ON "issues" USING btree ("measure_at") WHERE "issues"."measure_at" is not null;--> statement-breakpoint
CREATE INDEX "issues_reporter" ON "issues" USING btree ("reporter_user_id","id");--> statement-breakpoint
CREATE INDEX "notices_settled" ON "notices" USING btree ("state","settled_at") WHERE "notices"."settled_at" is not null;