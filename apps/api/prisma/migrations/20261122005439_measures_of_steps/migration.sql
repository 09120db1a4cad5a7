-- AlterTable
ALTER TABLE "member_day" DROP COLUMN "first_response_open_seconds",
DROP COLUMN "first_response_wall_seconds",
ADD COLUMN     "activities" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "first_response_open_ms" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "first_response_wall_ms" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "outage" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "touch" ADD COLUMN     "counted" JSONB;
