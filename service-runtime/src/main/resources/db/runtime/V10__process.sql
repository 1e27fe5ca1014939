-- Long-running processes: where each one stands, and every step that led there.
create table process (
    type           text        not null,
    business_key   text        not null,
    state          jsonb       not null,
    state_name     text        not null,
    status         text        not null check (status in ('RUNNING', 'STUCK', 'ENDED')),
    version        bigint      not null,
    -- Until when the state waits at most.
    deadline       timestamptz,
    -- When to deliver the deadline signal: the deadline, or later after a failed try.
    wake_at        timestamptz,
    wake_failures  int         not null default 0,
    correlation_id text        not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    primary key (type, business_key)
) with (fillfactor = 80);

create index process_due on process (wake_at) where wake_at is not null;
create index process_unfinished on process (type, status, created_at) where status <> 'ENDED';
create index process_by_age on process (created_at, type, business_key);

create table process_history (
    type         text        not null,
    business_key text        not null,
    seq          bigint      not null,
    at           timestamptz not null,
    signal       jsonb       not null,
    from_state   text        not null,
    to_state     text        not null,
    effects      jsonb       not null,
    actor        text        not null,
    primary key (type, business_key, seq)
);

grant select, insert, update, delete on process to ${app_role};
grant select, insert on process_history to ${app_role};
