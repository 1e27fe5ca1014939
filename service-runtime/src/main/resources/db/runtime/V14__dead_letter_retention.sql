-- A dead letter that was replayed or discarded is kept for a while after that. Those that were
-- settled before this was known begin their time now.
alter table dead_letter add column settled_at timestamptz;

update dead_letter set settled_at = now() where state in ('REPLAYED', 'DISCARDED');

create index dead_letter_settled on dead_letter (settled_at) where settled_at is not null;

grant delete on dead_letter to ${app_role};
