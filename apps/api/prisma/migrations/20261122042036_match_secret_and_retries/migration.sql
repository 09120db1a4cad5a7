-- AlterTable
ALTER TABLE "group_due" ADD COLUMN     "retry_at" TIMESTAMPTZ(3),
ALTER COLUMN "next_due_at" DROP NOT NULL;

-- CreateTable
CREATE TABLE "match_secret" (
    "id" INTEGER NOT NULL,
    "secret_id" TEXT NOT NULL,

    CONSTRAINT "match_secret_pkey" PRIMARY KEY ("id")
);

-- Written at the first start, never changed: who wants another secret to match by starts with an empty database.
grant select, insert on match_secret to beback_directory;

-- As before, and by two times: work that somebody holds, or that failed and waits for another try, is looked for again
-- when its claim ends, which is a real time; free work when it falls due by the one clock. A group whose due work all
-- waits is not asked each second.
drop function settle_group_due(uuid);
create function settle_group_due(settled uuid, real_now timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  earliest timestamptz;
  freed timestamptz;
begin
  perform refuse_other_group(settled);
  perform from group_due where group_id = settled for update skip locked;
  if not found then
    return;
  end if;
  select min(due_at) filter (where claimed_until is null or claimed_until <= real_now),
         min(claimed_until) filter (where claimed_until > real_now)
    into earliest, freed
    from due_work where group_id = settled and done_at is null and dead_at is null;
  if earliest is null and freed is null then
    delete from group_due where group_id = settled;
  else
    update group_due set next_due_at = earliest, retry_at = freed
      where group_id = settled and (next_due_at, retry_at) is distinct from (earliest, freed);
  end if;
end $$;

revoke all on function settle_group_due(uuid, timestamptz) from public;
grant execute on function settle_group_due(uuid, timestamptz) to beback_app;
