-- Requests that changed something, so that a retry whose first answer got lost changes nothing.
create table applied_request (
    request_id uuid        primary key,
    applied_at timestamptz not null
);
create index applied_request_applied_at on applied_request (applied_at);

grant select, insert, delete on applied_request to ${app_role};
