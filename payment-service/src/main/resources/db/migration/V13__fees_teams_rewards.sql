-- What the price of an escrow depends on, taken down when it is funded.
alter table escrow
    add column contract_kind   text check (contract_kind in ('FIXED', 'HOURLY', 'RETAINER',
        'GIG_ORDER', 'ASSET', 'ASSET_BOOSTED', 'TIP')),
    add column agreed_schedule text, -- null: the one in force at the funding
    add column seller_level    int check (seller_level >= 0),
    add column seller_plan     text,
    -- What was decided at the funding: the schedule that prices every release, and the buyer fee.
    add column fee_schedule    text,
    add column buyer_fee       bigint not null default 0 check (buyer_fee >= 0),
    -- The part of the buyer fee that is neither earned nor returned yet.
    add column deferred_fee    bigint not null default 0 check (deferred_fee >= 0),
    -- Who shares what the payee earns, in basis points; null: nobody.
    add column team            text[],
    add column team_users      uuid[],
    add column team_shares     int[];

-- Everything so far was funded by the only schedule that there was.
update escrow set contract_kind = 'FIXED', seller_level = 0, seller_plan = ''
where amount is not null;
update escrow set fee_schedule = 'talent-2026-1' where funded > 0;

alter table escrow
    add constraint deferred_is_part_of_fee check (deferred_fee <= buyer_fee),
    add constraint deferred_while_money_is_there check (deferred_fee = 0 or held + frozen > 0),
    add constraint price_is_known check (funded = 0 or fee_schedule is not null),
    add constraint kind_is_known check (amount is null or contract_kind is not null
        and seller_level is not null and seller_plan is not null),
    add constraint team_is_complete check (
        coalesce(cardinality(team), 0) = coalesce(cardinality(team_users), 0)
        and coalesce(cardinality(team), 0) = coalesce(cardinality(team_shares), 0));

alter table escrow_movement
    -- The part of the buyer fee that was earned (RELEASE, UNFREEZE, SPLIT), given back (REFUND,
    -- CANCELLATION) or deferred again (FREEZE).
    add column buyer_fee bigint not null default 0 check (buyer_fee >= 0),
    -- SPLIT: the part of the buyer fee that was given back.
    add column payer_fee bigint check (payer_fee >= 0);

-- Every member of a team has a hold of its own.
alter table safety_hold
    drop constraint safety_hold_pkey,
    add primary key (escrow_id, release_id, payee);

create table tip (
    tip_id       uuid primary key,
    escrow_id    uuid   not null references escrow,
    payer        text   not null,
    payee        text   not null,
    given_by     uuid   not null,
    currency     text   not null,
    amount       bigint not null check (amount > 0),
    fee          bigint not null check (fee >= 0 and fee <= amount),
    fee_schedule text   not null,
    note         text   not null,
    given_at     timestamptz not null
);
create index tip_of_escrow on tip (escrow_id, tip_id);

create table referral_reward (
    referral_id      uuid primary key,
    beneficiary      text   not null,
    beneficiary_user uuid   not null,
    currency         text   not null,
    amount           bigint not null check (amount > 0),
    paid_at          timestamptz not null
);

grant select, insert on tip, referral_reward to ${app_role};
