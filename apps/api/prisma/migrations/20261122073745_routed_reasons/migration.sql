-- AlterTable
ALTER TABLE "opportunity" ADD COLUMN     "routed_reasons" JSONB NOT NULL DEFAULT '[]';
