create table escrow (
    escrow_id    uuid primary key,
    status       text not null check (status in ('PENDING', 'FUNDED', 'PARTIALLY_RELEASED',
        'RELEASED', 'REFUNDED', 'SETTLED', 'CANCELLED')),
    -- Terms are unknown only when an escrow was cancelled before anybody tried to fund it.
    contract_id  uuid,
    milestone_id uuid,
    title        text,
    payer        text,
    payer_user   uuid,
    payee        text,
    payee_user   uuid,
    currency     text,
    amount       bigint,
    -- The funding attempt that was decided last, when, and why it was refused if it was.
    attempt      int,
    decided_at   timestamptz,
    refusal      text,
    -- The cancellation of an escrow that was never funded; that of a funded one is a movement.
    cancelled_by uuid,
    cancelled_at timestamptz,
    funded       bigint not null default 0 check (funded >= 0),
    held         bigint not null default 0 check (held >= 0),
    released     bigint not null default 0 check (released >= 0),
    refunded     bigint not null default 0 check (refunded >= 0),
    constraint nothing_is_lost check (funded = held + released + refunded),
    constraint funded_as_agreed check (funded in (0, amount)),
    constraint terms_are_known check (status = 'CANCELLED' or amount is not null)
) with (fillfactor = 80);
create index escrow_of_contract on escrow (contract_id, escrow_id);
create index escrow_held_of_payer on escrow (payer, currency) where held > 0;

-- What left a funded escrow.
create table escrow_movement (
    escrow_id    uuid not null references escrow,
    movement_no  int  not null,
    kind         text not null check (kind in ('RELEASE', 'REFUND', 'CANCELLATION')),
    movement_id  uuid not null, -- the release or refund id
    amount       bigint not null check (amount > 0 or kind = 'CANCELLATION' and amount = 0),
    fee          bigint not null default 0 check (fee >= 0 and fee <= amount),
    fee_schedule text,
    still_held   bigint not null check (still_held >= 0),
    moved_at     timestamptz not null,
    primary key (escrow_id, movement_no),
    unique (escrow_id, kind, movement_id)
);

-- What a client has ever paid a talent out of escrow: the measure of the fee tiers.
create table pair_billing (
    client   text   not null,
    talent   text   not null,
    currency text   not null,
    billed   bigint not null default 0 check (billed >= 0),
    primary key (client, talent, currency)
) with (fillfactor = 80);

-- Released money inside its safety window.
create table safety_hold (
    escrow_id   uuid   not null,
    release_id  uuid   not null,
    payee       text   not null,
    payee_user  uuid   not null,
    currency    text   not null,
    amount      bigint not null check (amount > 0),
    description text   not null,
    clears_at   timestamptz not null,
    cleared_at  timestamptz check (cleared_at >= clears_at),
    primary key (escrow_id, release_id)
);
create index safety_hold_due on safety_hold (clears_at) where cleared_at is null;

grant select, insert, update on escrow to ${app_role};
grant select, insert on escrow_movement to ${app_role};
grant select, insert on pair_billing, safety_hold to ${app_role};
grant update (billed) on pair_billing to ${app_role};
grant update (cleared_at) on safety_hold to ${app_role};
