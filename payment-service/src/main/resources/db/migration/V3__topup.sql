create table payment_intent (
    intent_id    uuid primary key,
    status       text not null check (status in ('CREATED', 'PROCESSING', 'SUCCEEDED', 'FAILED')),
    owner        text not null,
    owner_user   uuid not null,
    currency     text not null,
    amount       bigint not null check (amount > 0),
    requested_at timestamptz not null,
    provider_ref text unique,
    failure      text,
    decided_at   timestamptz,
    check (status not in ('PROCESSING', 'SUCCEEDED') or provider_ref is not null),
    check ((failure is not null) = (status = 'FAILED')),
    check ((decided_at is not null) = (status in ('SUCCEEDED', 'FAILED')))
);

-- Every event of a provider once, with what came of it.
create table webhook_event (
    provider    text not null,
    event_id    text not null,
    type        text not null,
    intent_id   uuid not null,
    outcome     text not null,
    body        text not null,
    received_at timestamptz not null,
    primary key (provider, event_id)
);
create index webhook_event_to_look_at on webhook_event (received_at)
    where outcome not in ('APPLIED', 'KNOWN');

grant select, insert on payment_intent, webhook_event to ${app_role};
grant update (status, provider_ref, failure, decided_at) on payment_intent to ${app_role};
