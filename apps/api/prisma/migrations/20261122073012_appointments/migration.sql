-- AlterTable
ALTER TABLE "opportunity" ADD COLUMN     "appointment_at" TIMESTAMPTZ(3),
ADD COLUMN     "appointment_confirmed_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "opportunity_group_id_store_id_appointment_at_idx" ON "opportunity"("group_id", "store_id", "appointment_at");
