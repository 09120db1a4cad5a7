-- AlterTable
ALTER TABLE "touch" DROP COLUMN "rank";
