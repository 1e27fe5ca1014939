-- Top-ups that go back to the card.
create table card_refund (
    refund_id    uuid primary key,
    status       text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'PROCESSED',
        'FAILED')),
    payment_id   uuid not null references payment_intent,
    owner        text not null,
    owner_user   uuid not null,
    currency     text not null,
    amount       bigint not null check (amount > 0),
    reason       text not null,
    requested_at timestamptz not null,
    decided_by   uuid, -- null when it approved itself
    decided_at   timestamptz,
    provider_ref text,
    failure      text,
    ended_at     timestamptz,
    check ((decided_at is null) = (status = 'PENDING')),
    check (decided_by is not null or status <> 'REJECTED'),
    check (decided_by is distinct from owner_user),
    check ((failure is not null) = (status in ('REJECTED', 'FAILED'))),
    check ((provider_ref is not null) = (status = 'PROCESSED')),
    check ((ended_at is not null) = (status in ('PROCESSED', 'FAILED')))
) with (fillfactor = 80);
create unique index one_open_refund_per_payment on card_refund (payment_id)
    where status in ('PENDING', 'APPROVED');
create index card_refund_of_payment on card_refund (payment_id);
create index card_refund_to_decide on card_refund (refund_id) where status = 'PENDING';
create index card_refund_of_owner on card_refund (owner, requested_at desc, refund_id desc);

-- Payments that banks took back.
create table chargeback (
    chargeback_id uuid primary key,
    payment_id    uuid not null references payment_intent,
    owner         text not null,
    currency      text not null,
    amount        bigint not null check (amount > 0),
    owed          bigint not null check (owed between 0 and amount),
    provider_ref  text not null,
    reason        text not null,
    received_at   timestamptz not null,
    returned      bigint not null default 0 check (returned between 0 and amount),
    returned_at   timestamptz,
    check ((returned_at is null) = (returned = 0))
) with (fillfactor = 80);
create index chargeback_of_payment on chargeback (payment_id);
create index chargeback_of_reference on chargeback (provider_ref);
create index chargeback_by_time on chargeback (received_at desc, chargeback_id desc);

grant select, insert on card_refund, chargeback to ${app_role};
grant update (status, decided_by, decided_at, provider_ref, failure, ended_at)
    on card_refund to ${app_role};
grant update (returned, returned_at) on chargeback to ${app_role};

-- The sandbox provider's own records of refunds and chargebacks.
create table sandbox_refund (
    refund_id  text primary key,
    reference  uuid not null unique,
    charge_id  text not null references sandbox_charge,
    currency   text not null,
    amount     bigint not null,
    failure    text not null, -- empty when it is sent back
    settles_at timestamptz not null
);

create table sandbox_chargeback (
    chargeback_id text primary key,
    charge_id     text not null references sandbox_charge,
    currency      text not null,
    amount        bigint not null,
    fee           bigint not null,
    booked_at     timestamptz not null,
    won_at        timestamptz
);

grant select, insert on sandbox_refund, sandbox_chargeback to ${app_role};
