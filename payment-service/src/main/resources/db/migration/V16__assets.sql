-- What was paid for the right to use digital goods. Facts; only the state of a sale changes.
create table asset_sale (
    licence_id   uuid primary key,
    status       text   not null check (status in ('REFUSED', 'CAPTURED', 'REFUNDED')),
    asset_id     uuid   not null,
    title        text   not null,
    buyer        text   not null,
    buyer_user   uuid   not null,
    seller       text   not null,
    seller_user  uuid   not null,
    currency     text   not null check (currency ~ '^[A-Z]{3}$'),
    price        bigint not null check (price > 0),
    kind         text   not null check (kind in ('ASSET', 'ASSET_BOOSTED')),
    agreed       text, -- the fee schedule that was agreed on; null: the one in force
    seller_level int    not null check (seller_level >= 0),
    seller_plan  text   not null,
    refusal      text,
    fee          bigint check (fee between 0 and price),
    fee_schedule text,
    decided_at   timestamptz not null,
    refunded_at  timestamptz,
    check ((refusal is not null) = (status = 'REFUSED')),
    check ((fee is null) = (status = 'REFUSED') and (fee_schedule is null) = (status = 'REFUSED')),
    check ((refunded_at is not null) = (status = 'REFUNDED'))
) with (fillfactor = 90);
create index asset_sale_of_asset on asset_sale (asset_id, licence_id);

grant select, insert on asset_sale to ${app_role};
grant update (status, refunded_at) on asset_sale to ${app_role};

-- Sellers of assets earn as well.
alter table earning
    drop constraint earning_kind_check,
    add constraint earning_kind_check check (kind in ('MILESTONE', 'TASK', 'ASSET'));

-- The debts that a sweep looks after are few.
create index chargeback_owed on chargeback (owner, currency) where owed > 0;
