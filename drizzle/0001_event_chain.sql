-- The chain starts from a fixed word, so that an empty ledger verifies too.
INSERT INTO "chain_head" ("id", "seq", "hash", "previous") VALUES (1, 0, 'chaxu', '');--> statement-breakpoint
CREATE FUNCTION "events_are_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only';
END;
$$;--> statement-breakpoint
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE ON "events"
  FOR EACH ROW EXECUTE FUNCTION "events_are_append_only"();--> statement-breakpoint
CREATE TRIGGER "events_not_emptied" BEFORE TRUNCATE ON "events"
  FOR EACH STATEMENT EXECUTE FUNCTION "events_are_append_only"();
