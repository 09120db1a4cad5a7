-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "opportunity_id" UUID,
ADD COLUMN     "since" DATE NOT NULL;

-- CreateTable
CREATE TABLE "lead_response" (
    "group_id" UUID NOT NULL,
    "lead_fact_id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "open_ms" BIGINT NOT NULL,
    "wall_ms" BIGINT NOT NULL,

    CONSTRAINT "lead_response_pkey" PRIMARY KEY ("group_id","lead_fact_id")
);

-- CreateIndex
CREATE INDEX "lead_response_group_id_opportunity_id_idx" ON "lead_response"("group_id", "opportunity_id");

-- CreateIndex
CREATE INDEX "lead_response_group_id_store_id_day_idx" ON "lead_response"("group_id", "store_id", "day");

-- CreateIndex
CREATE INDEX "touch_group_id_settled_by_fact_id_idx" ON "touch"("group_id", "settled_by_fact_id");

select wall_in('lead_response');
