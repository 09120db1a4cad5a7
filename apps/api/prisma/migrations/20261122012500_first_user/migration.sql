-- The door through which the first person comes into an empty database, in the transaction that makes the first group:
-- of several at once one comes in, and the others are told so (BB003). Whoever is there already closes it for good.
create function note_first_user(noted uuid, person uuid, person_name text, person_email text, sign_in uuid, password_hash text, made timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_other_group(noted);
  perform pg_advisory_xact_lock(hashtextextended('beback set-up', 0));
  if exists (select from users) or exists (select from user_group) or exists (select from key_directory) then
    raise exception using errcode = 'BB003', message = 'This database is set up already';
  end if;
  insert into users (id, name, email, email_verified, created_at, updated_at)
    values (person, person_name, person_email, true, made, made);
  insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
    values (sign_in, person::text, 'credential', person, password_hash, made, made);
end $$;

revoke all on function note_first_user(uuid, uuid, text, text, uuid, text, timestamptz) from public;
grant execute on function note_first_user(uuid, uuid, text, text, uuid, text, timestamptz) to beback_app;
