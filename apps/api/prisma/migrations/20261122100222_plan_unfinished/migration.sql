-- AlterTable
ALTER TABLE "plan_version" ADD COLUMN     "unfinished" BOOLEAN NOT NULL DEFAULT false;
