CREATE TABLE "lessons" (
	"version" serial PRIMARY KEY NOT NULL,
	"learned_at" timestamp (3) with time zone NOT NULL,
	"decisions" integer NOT NULL,
	"up_to" integer NOT NULL,
	"sure_from" double precision,
	"held" integer NOT NULL,
	"sure" integer NOT NULL,
	"right" integer NOT NULL,
	"learned" "bytea" NOT NULL,
	CONSTRAINT "lessons_up_to_unique" UNIQUE("up_to")
);
