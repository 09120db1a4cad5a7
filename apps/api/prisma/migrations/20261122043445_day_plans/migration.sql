-- AlterTable
ALTER TABLE "touch" ADD COLUMN     "deferred_to" DATE,
ADD COLUMN     "expected_value" DOUBLE PRECISION,
ADD COLUMN     "placed_on" DATE,
ADD COLUMN     "placed_reasons" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "day_plan" (
    "group_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "people" JSONB NOT NULL,

    CONSTRAINT "day_plan_pkey" PRIMARY KEY ("group_id","store_id","day")
);

-- CreateIndex
CREATE INDEX "touch_group_id_member_id_settled_at_idx" ON "touch"("group_id", "member_id", "settled_at");

select wall_in('day_plan');
