-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "preferred_channel" TEXT,
ADD COLUMN     "reviewed_at" TIMESTAMPTZ(3),
ADD COLUMN     "reviewed_by_id" UUID;
