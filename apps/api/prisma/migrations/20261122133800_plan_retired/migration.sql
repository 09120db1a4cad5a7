-- A draft that was laid aside is retired, as a version is whose place another one took: when it was activated tells them
-- apart. The owner of the tables sees no rows behind the walls.
alter table plan_version no force row level security;
update plan_version set state = 'retired' where state = 'discarded';
alter table plan_version force row level security;
