-- The door through which an administrator adds somebody who signs in, in the transaction that makes the member. It adds
-- and changes nothing: an address by which anybody signs in is a unique violation.
create function note_user(noted uuid, person uuid, person_name text, person_email text, sign_in uuid, password_hash text, made timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_other_group(noted);
  insert into users (id, name, email, email_verified, created_at, updated_at)
    values (person, person_name, person_email, true, made, made);
  insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
    values (sign_in, person::text, 'credential', person, password_hash, made, made);
end $$;

revoke all on function note_user(uuid, uuid, text, text, uuid, text, timestamptz) from public;
grant execute on function note_user(uuid, uuid, text, text, uuid, text, timestamptz) to beback_app;
