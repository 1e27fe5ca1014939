-- Webhooks are about anything that has an id of ours, and staff pages through them.
alter table webhook_event rename column intent_id to subject_id;
alter table webhook_event
    add column event_no bigint generated always as identity,
    add constraint webhook_event_numbered unique (event_no);

-- The sandbox provider tells of more than charges, so a delivery carries what it tells.
alter table sandbox_delivery add column data text;
update sandbox_delivery delivery
set data = (jsonb_build_object(
        'chargeId', charge.charge_id,
        'reference', charge.intent_id,
        'amount', jsonb_build_object('amount', charge.amount, 'currency', charge.currency))
    || case when charge.decline_code = '' then '{}'::jsonb
        else jsonb_build_object('declineCode', charge.decline_code) end)::text
from sandbox_charge charge
where charge.charge_id = delivery.charge_id;
alter table sandbox_delivery
    alter column data set not null,
    drop column charge_id;

-- Where a party wants its money sent. The destination is a token of the provider, never a number.
create table payout_account (
    account_id        uuid primary key,
    status            text not null check (status in ('PENDING_VERIFICATION', 'ACTIVE',
        'RESTRICTED', 'DISABLED')),
    owner             text not null,
    owner_user        uuid not null,
    method            text not null check (method in ('STRIPE_CONNECT', 'BANK_TRANSFER',
        'PAYPAL', 'MOBILE_MONEY')),
    currency          text not null check (currency ~ '^[A-Z]{3}$'),
    provider          text not null,
    external_account  text not null,
    destination_token text not null,
    last_four         text not null check (last_four ~ '^[0-9A-Za-z]{0,4}$'),
    opened_at         timestamptz not null,
    -- The destination was set last; payouts are held for a while from here.
    changed_at        timestamptz not null,
    -- When the provider made its newest report; older ones that come late are ignored.
    reported_at       timestamptz not null,
    is_verified       boolean not null, -- what that report said
    restricted_by     text check (restricted_by in ('PROVIDER', 'REJECTED_PAYOUT', 'STAFF')),
    restriction       text,
    decided_at        timestamptz not null,
    constraint one_account_per_destination unique (provider, external_account),
    check ((restricted_by is not null) = (status = 'RESTRICTED')),
    check ((restriction is not null) = (status = 'RESTRICTED'))
) with (fillfactor = 80);
create index payout_account_of_owner on payout_account (owner, account_id);

create table payout (
    payout_id    uuid primary key,
    status       text not null check (status in ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED',
        'CANCELLED')),
    owner        text not null,
    owner_user   uuid not null,
    account_id   uuid not null references payout_account,
    currency     text not null,
    amount       bigint not null check (amount > 0),
    fee          bigint not null check (fee >= 0 and fee < amount),
    speed        text not null check (speed in ('STANDARD', 'INSTANT')),
    requested_at timestamptz not null,
    review       text not null check (review in ('NOT_NEEDED', 'AWAITED', 'APPROVED')),
    reviewed_by  uuid,
    reviewed_at  timestamptz,
    -- How often the provider was asked to pay; each time is a payment of its own there.
    attempts     int  not null default 0 check (attempts >= 0),
    due_at       timestamptz not null,
    batch_id     uuid,
    submitted_at timestamptz,
    provider_ref text,
    failure      text,
    decided_at   timestamptz,
    check ((reviewed_by is not null) = (review = 'APPROVED')),
    check (status not in ('PROCESSING', 'COMPLETED') or attempts > 0),
    check (status <> 'PROCESSING' or submitted_at is not null),
    check (status <> 'COMPLETED' or provider_ref is not null),
    check ((failure is not null) = (status = 'FAILED')),
    check ((decided_at is not null) = (status in ('COMPLETED', 'FAILED', 'CANCELLED')))
) with (fillfactor = 80);
create index payout_due on payout (due_at) where status = 'PENDING' and review <> 'AWAITED';
create index payout_awaiting_review on payout (payout_id)
    where status = 'PENDING' and review = 'AWAITED';
create index payout_processing on payout (submitted_at) where status = 'PROCESSING';
create index payout_of_owner on payout (owner, requested_at desc, payout_id desc);
create index payout_of_batch on payout (batch_id) where batch_id is not null;

grant select, insert on payout_account, payout to ${app_role};
grant update (status, destination_token, last_four, changed_at, reported_at, is_verified,
    restricted_by, restriction, decided_at) on payout_account to ${app_role};
grant update (status, review, reviewed_by, reviewed_at, attempts, due_at, batch_id, submitted_at,
    provider_ref, failure, decided_at) on payout to ${app_role};

-- The sandbox provider's own records of accounts and payouts.
create table sandbox_account (
    external_account  text primary key,
    reference         uuid not null unique,
    destination_token text not null,
    last_four         text not null,
    changes           int  not null default 0
);

create table sandbox_payout (
    transfer_id      text primary key,
    reference        uuid not null,
    attempt          int  not null,
    external_account text not null references sandbox_account,
    currency         text not null,
    amount           bigint not null,
    failure          text not null, -- empty when it is paid
    settles_at       timestamptz not null,
    unique (reference, attempt)
);

grant select, insert on sandbox_account, sandbox_payout to ${app_role};
grant update (destination_token, last_four, changes) on sandbox_account to ${app_role};
