-- CreateTable
CREATE TABLE "evidence_look" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_look_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateIndex
CREATE INDEX "evidence_look_group_id_key_looked_at_idx" ON "evidence_look"("group_id", "key", "looked_at");

select wall_in('evidence_look');

-- Who looked stays written.
create trigger append_only before update or delete or truncate on evidence_look for each statement execute function refuse_change();
revoke update, delete on evidence_look from beback_app;
