-- CreateTable
CREATE TABLE "plan_signature" (
    "group_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_signature_pkey" PRIMARY KEY ("group_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_signature_group_id_plan_version_id_revision_member_id_key" ON "plan_signature"("group_id", "plan_version_id", "revision", "member_id");

-- AddForeignKey
ALTER TABLE "plan_signature" ADD CONSTRAINT "plan_signature_group_id_plan_version_id_fkey" FOREIGN KEY ("group_id", "plan_version_id") REFERENCES "plan_version"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_signature" ADD CONSTRAINT "plan_signature_group_id_member_id_fkey" FOREIGN KEY ("group_id", "member_id") REFERENCES "member"("group_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

select wall_in('plan_signature');
create trigger append_only before update or delete or truncate on plan_signature for each statement execute function refuse_change();
revoke update, delete on plan_signature from beback_app;
