CREATE TABLE "questions" (
	"platform" text NOT NULL,
	"user_id" text NOT NULL,
	"chat_id" text NOT NULL,
	"question" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "questions_platform_user_id_chat_id_pk" PRIMARY KEY("platform","user_id","chat_id")
);
