-- AlterTable
ALTER TABLE "outgoing_message" ADD COLUMN     "external_id" TEXT,
ADD COLUMN     "template" TEXT;

-- AlterTable
ALTER TABLE "store" ADD COLUMN     "text_number" TEXT;

-- CreateTable
CREATE TABLE "preference_link" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "token_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "preference_link_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "incoming_message" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "from_key" TEXT NOT NULL,
    "from_sealed" BYTEA,
    "body_sealed" BYTEA,
    "external_id" TEXT NOT NULL,
    "revocation" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incoming_message_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateTable
CREATE TABLE "activity_verdict" (
    "group_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "verdict" JSONB NOT NULL,

    CONSTRAINT "activity_verdict_pkey" PRIMARY KEY ("group_id","fact_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "preference_link_group_id_store_id_customer_id_key" ON "preference_link"("group_id", "store_id", "customer_id");

-- CreateIndex
CREATE INDEX "incoming_message_group_id_from_key_received_at_idx" ON "incoming_message"("group_id", "from_key", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "incoming_message_group_id_external_id_key" ON "incoming_message"("group_id", "external_id");

-- CreateIndex
CREATE INDEX "outgoing_message_group_id_customer_id_queued_at_idx" ON "outgoing_message"("group_id", "customer_id", "queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_message_group_id_touch_id_key" ON "outgoing_message"("group_id", "touch_id");

select wall_in('preference_link');
select wall_in('incoming_message');
select wall_in('activity_verdict');

-- What came in stays what it was; a person's number and words are erased on demand.
create trigger append_only before update or delete on incoming_message for each row execute function refuse_change_except('from_sealed', 'body_sealed');
create trigger append_only_whole before truncate on incoming_message for each statement execute function refuse_change();
revoke update, delete on incoming_message from beback_app;
grant update (from_sealed, body_sealed) on incoming_message to beback_app;

create trigger append_only before update or delete or truncate on activity_verdict for each statement execute function refuse_change();
revoke update, delete on activity_verdict from beback_app;

-- A store's number for texts: texts to it are this group's. False: another store has it. A number that was given up may
-- be taken again, by anybody.
create function note_text_number(key_hash text, noted uuid, subject uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_other_group(noted);
  insert into key_directory (hash, kind, group_id, subject_id) values (key_hash, 'textNumber', noted, subject)
    on conflict (hash) do update set group_id = excluded.group_id, subject_id = excluded.subject_id, revoked_at = null
      where key_directory.kind = 'textNumber' and key_directory.revoked_at is not null;
  return found;
end $$;

revoke all on function note_text_number(text, uuid, uuid) from public;
grant execute on function note_text_number(text, uuid, uuid) to beback_app;
