-- AlterTable
ALTER TABLE "plan_version" ADD COLUMN     "activated_by_id" UUID,
ADD COLUMN     "drafted_by_id" UUID,
ADD COLUMN     "leads_a_month" JSONB,
ADD COLUMN     "override_at" TIMESTAMPTZ(3),
ADD COLUMN     "override_by_id" UUID,
ADD COLUMN     "override_note" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- What people have signed and the engine has run stays what it was: only a draft's document changes.
create function refuse_plan_change() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and new.document is distinct from old.document then
    raise exception 'a plan version that is no draft any more cannot be changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger plan_document_stays before update on plan_version for each row execute function refuse_plan_change();
create trigger plan_version_stays before delete on plan_version for each statement execute function refuse_change();
