-- The sandbox payment provider's own records; nothing else reads them.
create table sandbox_charge (
    charge_id    text primary key,
    intent_id    uuid not null unique,
    currency     text not null,
    amount       bigint not null,
    decline_code text not null, -- empty when the charge is captured
    settles_at   timestamptz not null
);

-- Webhooks that have still to be delivered.
create table sandbox_delivery (
    delivery_id uuid primary key,
    event_id    uuid not null, -- the same for every delivery of one event
    charge_id   text not null references sandbox_charge,
    type        text not null,
    due_at      timestamptz not null,
    tries       int  not null default 0
);
create index sandbox_delivery_due on sandbox_delivery (due_at);

grant select, insert on sandbox_charge to ${app_role};
grant select, insert, update, delete on sandbox_delivery to ${app_role};
