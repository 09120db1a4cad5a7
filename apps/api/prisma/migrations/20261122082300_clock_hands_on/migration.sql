-- AlterTable
ALTER TABLE "touch" ADD COLUMN     "also_member_id" UUID;

-- CreateIndex
CREATE INDEX "touch_group_id_also_member_id_state_idx" ON "touch"("group_id", "also_member_id", "state");
