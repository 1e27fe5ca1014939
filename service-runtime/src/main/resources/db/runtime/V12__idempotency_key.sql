-- The first answer to every request that came with an Idempotency-Key.
create table idempotency_key (
    caller_id    text        not null,
    operation    text        not null,
    key          text        not null,
    fingerprint  text        not null,
    -- The run that may store the answer; a run whose lease has lapsed may be replaced.
    run          uuid        not null,
    lease_until  timestamptz not null,
    -- Null while it runs.
    status       int,
    content_type text,
    location     text,
    etag         text,
    body         text,
    expires_at   timestamptz not null,
    primary key (caller_id, operation, key)
);

create index idempotency_key_expiry on idempotency_key (expires_at);

grant select, insert, update, delete on idempotency_key to ${app_role};
