-- What Stripe calls the things that we have an id of our own for.
create table stripe_reference (
    our_id    uuid primary key,
    stripe_id text not null unique
);

-- Events of Stripe from the moment they are acknowledged.
create table stripe_event (
    event_no    bigint generated always as identity primary key,
    event_id    text not null unique,
    type        text not null,
    status      text not null default 'WAITING' check (status in ('WAITING', 'DONE', 'GIVEN_UP')),
    tries       int  not null default 0, -- that failed
    failure     text, -- of the last try
    body        text not null,
    received_at timestamptz not null,
    next_try_at timestamptz not null,
    done_at     timestamptz,
    check ((done_at is not null) = (status = 'DONE'))
);
create index stripe_event_due on stripe_event (next_try_at) where status = 'WAITING';
create index stripe_event_to_look_at on stripe_event (event_no) where status <> 'DONE';

-- How far each attempt of a payout has come: to the connected account, and from there to the bank.
create table stripe_payout (
    payout_id        uuid   not null,
    attempt          int    not null,
    account          text   not null, -- the connected account
    currency         text   not null,
    amount           bigint not null,
    transfer_id      text,
    stripe_payout_id text,
    refusal          text, -- Stripe's code; the money is back with us then
    primary key (payout_id, attempt)
);

-- Refunds that Stripe refused at once.
create table stripe_refusal (
    our_id uuid primary key,
    code   text not null -- Stripe's
);

grant select, insert on stripe_reference, stripe_event, stripe_payout, stripe_refusal to ${app_role};
grant update (transfer_id, stripe_payout_id, refusal) on stripe_payout to ${app_role};
grant update (status, tries, failure, next_try_at, done_at) on stripe_event to ${app_role};
