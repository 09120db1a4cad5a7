-- Walls by hand: roles, row-level security, append-only guards, and the few doors from a group to the directory.
-- Everything here runs on PostgreSQL 15 and later, and on the subset that distributes (no subquery in a policy, each
-- statement with its group).

-- Roles. None can log in: the server's login becomes one of them on each connection. They belong to the whole
-- PostgreSQL server, so another database of it may have made them already, even at this very moment.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['beback_app', 'beback_directory', 'beback_jobs'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin noinherit nosuperuser nobypassrls', wanted);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end $$;

grant usage on schema public to beback_app, beback_directory;

-- A tenant table gets its walls by `select wall_in('table')`: rows of the entered group and, without one, none.
create function wall_in(walled regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format(
    'create policy own_group on %s using (group_id::text = current_setting(''app.group_id'', true)) with check (group_id::text = current_setting(''app.group_id'', true))',
    walled
  );
  execute format('grant select, insert, update, delete on %s to beback_app', walled);
end $$;

revoke all on function wall_in(regclass) from public;

select wall_in(tenant::regclass) from unnest(array[
  'api_key', 'assignment', 'call_record', 'contact_point', 'customer', 'customer_person', 'department', 'due_work', 'fact',
  'feed', 'finding', 'household', 'idempotent_answer', 'intake_document', 'invitation', 'lead', 'member', 'member_day',
  'note', 'opportunity', 'outgoing_message', 'phone_user', 'plan_version', 'proof', 'raw_text', 'store',
  'survey_response', 'touch'
]) as tenant;

-- The group itself is known by its id.
alter table dealer_group enable row level security;
alter table dealer_group force row level security;
create policy own_group on dealer_group
  using (id::text = current_setting('app.group_id', true))
  with check (id::text = current_setting('app.group_id', true));
grant select, insert, update on dealer_group to beback_app;

-- What is looked up before the group is known: for the directory alone.
grant select, insert, update, delete on users, session, account, verification, user_group, key_directory to beback_directory;
grant select on group_due to beback_directory;
grant select, insert, update on clock to beback_directory;

-- Append-only, with an error of our own. A trigger stops the owner and a superuser too.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using
    errcode = 'BB001',
    message = format('%s is append-only: %s refused', tg_table_name, lower(tg_op)),
    hint = 'A correction is a new row.';
end $$;

-- As refuse_change, but the columns named by the trigger may change (personal data is erased, a late mapping is filled in).
create function refuse_change_except() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - tg_argv[0:] is not distinct from to_jsonb(old) - tg_argv[0:] then
    return new;
  end if;
  raise exception using
    errcode = 'BB001',
    message = format('%s is append-only: %s refused', tg_table_name, lower(tg_op)),
    hint = format('Only %s may change.', array_to_string(tg_argv[0:], ', '));
end $$;

create trigger append_only before update or delete or truncate on fact for each statement execute function refuse_change();
revoke update, delete on fact from beback_app;

create trigger append_only before update or delete or truncate on intake_document for each statement execute function refuse_change();
revoke update, delete on intake_document from beback_app;

create trigger append_only before update or delete on survey_response for each row execute function refuse_change_except('comment_sealed');
create trigger append_only_whole before truncate on survey_response for each statement execute function refuse_change();
revoke update, delete on survey_response from beback_app;
grant update (comment_sealed) on survey_response to beback_app;

create trigger append_only before update or delete on call_record for each row execute function refuse_change_except('member_id');
create trigger append_only_whole before truncate on call_record for each statement execute function refuse_change();
revoke update, delete on call_record from beback_app;
grant update (member_id) on call_record to beback_app;

-- First answers stay the first.
revoke update on idempotent_answer from beback_app;

-- Doors from a group's transaction to the directory. Each does one thing and for the entered group alone.
create function refuse_other_group(asked uuid) returns void language plpgsql as $$
begin
  if asked::text is distinct from current_setting('app.group_id', true) then
    raise exception using errcode = 'BB002', message = 'This is not the entered group';
  end if;
end $$;

-- The group has work due at that time. Schedulers share the row; only settle_group_due excludes them, so that it cannot
-- overlook work that is not committed yet.
create function note_group_due(noted uuid, due timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_other_group(noted);
  perform from group_due where group_id = noted and next_due_at <= due for share;
  if found then
    return;
  end if;
  insert into group_due (group_id, next_due_at) values (noted, due)
    on conflict (group_id) do update set next_due_at = least(group_due.next_due_at, excluded.next_due_at);
end $$;

-- Moves the group's next time to what is still to do. When somebody is scheduling at this moment it leaves all as it is.
create function settle_group_due(settled uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  earliest timestamptz;
begin
  perform refuse_other_group(settled);
  perform from group_due where group_id = settled for update skip locked;
  if not found then
    return;
  end if;
  select min(due_at) into earliest from due_work where group_id = settled and done_at is null and dead_at is null;
  if earliest is null then
    delete from group_due where group_id = settled;
  else
    update group_due set next_due_at = earliest where group_id = settled and next_due_at <> earliest;
  end if;
end $$;

create function note_key(key_hash text, key_kind text, noted uuid, subject uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_other_group(noted);
  insert into key_directory (hash, kind, group_id, subject_id) values (key_hash, key_kind, noted, subject);
end $$;

create function revoke_key(noted uuid, subject uuid, revoked timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_other_group(noted);
  update key_directory set revoked_at = revoked
    where group_id = noted and subject_id = subject and revoked_at is null;
end $$;

create function note_membership(person uuid, noted uuid, member uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_other_group(noted);
  insert into user_group (user_id, group_id, member_id) values (person, noted, member)
    on conflict (user_id, group_id) do update set member_id = excluded.member_id;
end $$;

revoke all on function
  note_group_due(uuid, timestamptz), settle_group_due(uuid), note_key(text, text, uuid, uuid),
  revoke_key(uuid, uuid, timestamptz), note_membership(uuid, uuid, uuid)
  from public;
grant execute on function
  note_group_due(uuid, timestamptz), settle_group_due(uuid), note_key(text, text, uuid, uuid),
  revoke_key(uuid, uuid, timestamptz), note_membership(uuid, uuid, uuid)
  to beback_app;

-- The job queue's own schema; what the queue makes there, and what the application may do with it, comes with the queue.
create schema pgboss authorization beback_jobs;
set local role beback_jobs;
grant usage on schema pgboss to beback_app;
reset role;

-- The clock shows the real time until somebody sets it.
insert into clock (id, anchor_real, anchor_virtual, rate) values (1, '1970-01-01 00:00:00+00', '1970-01-01 00:00:00+00', 1);
