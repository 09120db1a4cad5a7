-- CreateTable
CREATE TABLE "household" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "household_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "customer" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "household_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "customer_person" (
    "group_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "name_key" TEXT,

    CONSTRAINT "customer_person_pkey" PRIMARY KEY ("group_id","customer_id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "area_code" TEXT,
    "value_sealed" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_group" (
    "user_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "user_group_pkey" PRIMARY KEY ("user_id","group_id")
);

-- CreateTable
CREATE TABLE "key_directory" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "group_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "key_directory_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "group_due" (
    "group_id" UUID NOT NULL,
    "next_due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_due_pkey" PRIMARY KEY ("group_id")
);

-- CreateTable
CREATE TABLE "clock" (
    "id" INTEGER NOT NULL,
    "anchor_real" TIMESTAMPTZ(3) NOT NULL,
    "anchor_virtual" TIMESTAMPTZ(3) NOT NULL,
    "rate" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrects_id" UUID,
    "opportunity_id" UUID,
    "customer_id" UUID,
    "member_id" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "note" (
    "group_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "text_sealed" BYTEA NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("group_id","fact_id")
);

-- CreateTable
CREATE TABLE "dealer_group" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dealer_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "postal_address" TEXT,
    "website" TEXT,
    "hours" JSONB NOT NULL,

    CONSTRAINT "store_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "department" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "member" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "department_id" UUID,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "activated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "origins" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "raw_text" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "raw_text_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "intake_document" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "raw_text_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" JSONB NOT NULL,

    CONSTRAINT "intake_document_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "lead" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "intake_document_id" UUID,
    "index" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT,
    "customer_id" UUID,
    "opportunity_id" UUID,
    "raw_text_id" UUID,
    "vehicles" JSONB NOT NULL,
    "comment_sealed" BYTEA,
    "reasons" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "opportunity" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "owner_id" UUID,
    "origin" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "history" JSONB NOT NULL,
    "vehicle" TEXT,
    "last_activity_at" TIMESTAMPTZ(3),
    "last_activity_channel" TEXT,
    "last_activity_disposition" TEXT,

    CONSTRAINT "opportunity_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "touch" (
    "group_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "member_id" UUID,
    "plan_version_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "window_from" TIMESTAMPTZ(3) NOT NULL,
    "best" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "placement" TEXT NOT NULL,
    "rank" INTEGER,
    "lawful_until" TIMESTAMPTZ(3),
    "next_lawful" TIMESTAMPTZ(3),
    "reasons" JSONB NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_fact_id" UUID,

    CONSTRAINT "touch_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "outgoing_message" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "customer_id" UUID,
    "opportunity_id" UUID,
    "touch_id" TEXT,
    "channel" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "to_sealed" BYTEA NOT NULL,
    "subject_sealed" BYTEA NOT NULL,
    "body_sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "verdict" JSONB,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outgoing_message_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "due_work" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),
    "dead_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "due_work_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "idempotent_answer" (
    "group_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("group_id","actor_id","key")
);

-- CreateTable
CREATE TABLE "feed" (
    "group_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "complete_until" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("group_id","store_id","source")
);

-- CreateTable
CREATE TABLE "call_record" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "customer_phone_key" TEXT NOT NULL,
    "member_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "talk_seconds" INTEGER,
    "total_seconds" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "call_record_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "phone_user" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "agent_ref" TEXT NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "phone_user_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "proof" (
    "group_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" UUID,
    "reasons" JSONB NOT NULL,
    "proved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proof_pkey" PRIMARY KEY ("group_id","claim_id")
);

-- CreateTable
CREATE TABLE "member_day" (
    "group_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "leads" INTEGER NOT NULL DEFAULT 0,
    "call_steps_due" INTEGER NOT NULL DEFAULT 0,
    "call_steps_done" INTEGER NOT NULL DEFAULT 0,
    "call_steps_missed" INTEGER NOT NULL DEFAULT 0,
    "email_steps_due" INTEGER NOT NULL DEFAULT 0,
    "email_steps_done" INTEGER NOT NULL DEFAULT 0,
    "text_steps_due" INTEGER NOT NULL DEFAULT 0,
    "text_steps_done" INTEGER NOT NULL DEFAULT 0,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "documented" INTEGER NOT NULL DEFAULT 0,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "not_documented" INTEGER NOT NULL DEFAULT 0,
    "excused" INTEGER NOT NULL DEFAULT 0,
    "first_responses" INTEGER NOT NULL DEFAULT 0,
    "first_response_open_seconds" INTEGER NOT NULL DEFAULT 0,
    "first_response_wall_seconds" INTEGER NOT NULL DEFAULT 0,
    "deliveries" INTEGER NOT NULL DEFAULT 0,
    "surveys_invited" INTEGER NOT NULL DEFAULT 0,
    "surveys_answered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "member_day_pkey" PRIMARY KEY ("group_id","store_id","department_id","member_id","day")
);

-- CreateTable
CREATE TABLE "finding" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "store_id" UUID NOT NULL,
    "department_id" UUID,
    "member_id" UUID,
    "evidence" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "cleared_at" TIMESTAMPTZ(3),

    CONSTRAINT "finding_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "survey_response" (
    "group_id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "comment_sealed" BYTEA,
    "low" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_response_pkey" PRIMARY KEY ("group_id","invitation_id")
);

-- CreateIndex
CREATE INDEX "customer_person_group_id_name_key_idx" ON "customer_person"("group_id", "name_key");

-- CreateIndex
CREATE INDEX "contact_point_group_id_kind_key_idx" ON "contact_point"("group_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "contact_point_group_id_customer_id_kind_key_key" ON "contact_point"("group_id", "customer_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "key_directory_group_id_idx" ON "key_directory"("group_id");

-- CreateIndex
CREATE INDEX "group_due_next_due_at_idx" ON "group_due"("next_due_at");

-- CreateIndex
CREATE INDEX "fact_group_id_opportunity_id_at_idx" ON "fact"("group_id", "opportunity_id", "at");

-- CreateIndex
CREATE INDEX "fact_group_id_customer_id_at_idx" ON "fact"("group_id", "customer_id", "at");

-- CreateIndex
CREATE INDEX "fact_group_id_store_id_kind_at_idx" ON "fact"("group_id", "store_id", "kind", "at");

-- CreateIndex
CREATE INDEX "fact_group_id_member_id_kind_at_idx" ON "fact"("group_id", "member_id", "kind", "at");

-- CreateIndex
CREATE INDEX "store_group_id_name_idx" ON "store"("group_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "department_group_id_store_id_kind_key" ON "department"("group_id", "store_id", "kind");

-- CreateIndex
CREATE INDEX "member_group_id_role_idx" ON "member"("group_id", "role");

-- CreateIndex
CREATE INDEX "assignment_group_id_store_id_idx" ON "assignment"("group_id", "store_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_group_id_member_id_store_id_key" ON "assignment"("group_id", "member_id", "store_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_group_id_store_id_version_key" ON "plan_version"("group_id", "store_id", "version");

-- CreateIndex
CREATE INDEX "api_key_group_id_store_id_idx" ON "api_key"("group_id", "store_id");

-- CreateIndex
CREATE UNIQUE INDEX "intake_document_group_id_api_key_id_content_hash_generation_key" ON "intake_document"("group_id", "api_key_id", "content_hash", "generation");

-- CreateIndex
CREATE INDEX "lead_group_id_store_id_received_at_idx" ON "lead"("group_id", "store_id", "received_at");

-- CreateIndex
CREATE INDEX "lead_group_id_store_id_status_idx" ON "lead"("group_id", "store_id", "status");

-- CreateIndex
CREATE INDEX "lead_group_id_source_external_id_idx" ON "lead"("group_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "opportunity_group_id_customer_id_status_idx" ON "opportunity"("group_id", "customer_id", "status");

-- CreateIndex
CREATE INDEX "opportunity_group_id_store_id_status_idx" ON "opportunity"("group_id", "store_id", "status");

-- CreateIndex
CREATE INDEX "opportunity_group_id_owner_id_status_idx" ON "opportunity"("group_id", "owner_id", "status");

-- CreateIndex
CREATE INDEX "touch_group_id_member_id_state_window_from_idx" ON "touch"("group_id", "member_id", "state", "window_from");

-- CreateIndex
CREATE INDEX "touch_group_id_opportunity_id_idx" ON "touch"("group_id", "opportunity_id");

-- CreateIndex
CREATE INDEX "touch_group_id_store_id_state_deadline_idx" ON "touch"("group_id", "store_id", "state", "deadline");

-- CreateIndex
CREATE INDEX "outgoing_message_group_id_store_id_queued_at_idx" ON "outgoing_message"("group_id", "store_id", "queued_at");

-- CreateIndex
CREATE INDEX "due_work_group_id_done_at_due_at_idx" ON "due_work"("group_id", "done_at", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "due_work_group_id_kind_subject_key" ON "due_work"("group_id", "kind", "subject");

-- CreateIndex
CREATE INDEX "call_record_group_id_store_id_customer_phone_key_started_at_idx" ON "call_record"("group_id", "store_id", "customer_phone_key", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "call_record_group_id_store_id_source_external_id_key" ON "call_record"("group_id", "store_id", "source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "phone_user_group_id_store_id_source_agent_ref_key" ON "phone_user"("group_id", "store_id", "source", "agent_ref");

-- CreateIndex
CREATE INDEX "proof_group_id_store_id_claimed_at_idx" ON "proof"("group_id", "store_id", "claimed_at");

-- CreateIndex
CREATE INDEX "member_day_group_id_day_idx" ON "member_day"("group_id", "day");

-- CreateIndex
CREATE INDEX "finding_group_id_store_id_state_idx" ON "finding"("group_id", "store_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "finding_group_id_key_key" ON "finding"("group_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_group_id_opportunity_id_customer_id_key" ON "invitation"("group_id", "opportunity_id", "customer_id");

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_group_id_household_id_fkey" FOREIGN KEY ("group_id", "household_id") REFERENCES "household"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "customer_person" ADD CONSTRAINT "customer_person_group_id_customer_id_fkey" FOREIGN KEY ("group_id", "customer_id") REFERENCES "customer"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_group_id_customer_id_fkey" FOREIGN KEY ("group_id", "customer_id") REFERENCES "customer"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_group_id_store_id_fkey" FOREIGN KEY ("group_id", "store_id") REFERENCES "store"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_group_id_member_id_fkey" FOREIGN KEY ("group_id", "member_id") REFERENCES "member"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_group_id_store_id_fkey" FOREIGN KEY ("group_id", "store_id") REFERENCES "store"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_group_id_department_id_fkey" FOREIGN KEY ("group_id", "department_id") REFERENCES "department"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_group_id_store_id_fkey" FOREIGN KEY ("group_id", "store_id") REFERENCES "store"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_group_id_store_id_fkey" FOREIGN KEY ("group_id", "store_id") REFERENCES "store"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_group_id_store_id_fkey" FOREIGN KEY ("group_id", "store_id") REFERENCES "store"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_group_id_store_id_fkey" FOREIGN KEY ("group_id", "store_id") REFERENCES "store"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_group_id_department_id_fkey" FOREIGN KEY ("group_id", "department_id") REFERENCES "department"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_group_id_customer_id_fkey" FOREIGN KEY ("group_id", "customer_id") REFERENCES "customer"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_group_id_owner_id_fkey" FOREIGN KEY ("group_id", "owner_id") REFERENCES "member"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "touch" ADD CONSTRAINT "touch_group_id_opportunity_id_fkey" FOREIGN KEY ("group_id", "opportunity_id") REFERENCES "opportunity"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "survey_response" ADD CONSTRAINT "survey_response_group_id_invitation_id_fkey" FOREIGN KEY ("group_id", "invitation_id") REFERENCES "invitation"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
