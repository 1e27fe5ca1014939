-- Prepaid units of clients. Units are no money: what was paid for them is in the ledger.
create table credit_account (
    owner     text primary key,
    available int    not null default 0 check (available >= 0),
    reserved  int    not null default 0 check (reserved >= 0),
    movements bigint not null default 0
) with (fillfactor = 80);

-- Units that came in together, and what is left of them.
create table credit_lot (
    lot_id     uuid primary key,
    owner      text not null references credit_account,
    kind       text not null check (kind in ('PURCHASE', 'BONUS')),
    currency   text not null check (currency ~ '^[A-Z]{3}$'),
    units      int    not null check (units > 0),
    value      bigint not null check (value >= 0),
    units_left int    not null check (units_left between 0 and units),
    value_left bigint not null check (value_left between 0 and value),
    expires_at timestamptz not null,
    added_at   timestamptz not null,
    constraint nothing_paid_for_expires
        check (kind = 'BONUS' or expires_at = '9999-12-31T00:00:00Z'),
    constraint value_leaves_with_the_units check (units_left > 0 or value_left = 0)
) with (fillfactor = 80);
create index credit_lot_left on credit_lot (owner) where units_left > 0;

create table credit_reservation (
    task_id      uuid primary key,
    owner        text not null references credit_account,
    units        int  not null check (units > 0),
    consumed     int  not null default 0 check (consumed >= 0),
    released     int  not null default 0 check (released >= 0),
    still_open   int  not null check (still_open >= 0),
    reserved_at  timestamptz not null,
    consumption  jsonb, -- who got what, and when
    release      jsonb,
    constraint nothing_is_lost check (units = consumed + released + still_open)
) with (fillfactor = 80);

-- The units of a reservation by lot, as far as they are neither consumed nor released.
create table credit_reservation_part (
    task_id  uuid not null references credit_reservation,
    lot_id   uuid not null references credit_lot,
    units    int    not null check (units >= 0),
    value    bigint not null check (value >= 0),
    primary key (task_id, lot_id)
);

create table credit_movement (
    owner           text   not null references credit_account,
    movement_no     bigint not null,
    kind            text   not null,
    available       int    not null,
    reserved        int    not null,
    available_after int    not null check (available_after >= 0),
    reserved_after  int    not null check (reserved_after >= 0),
    reference       uuid   not null,
    moved_at        timestamptz not null,
    primary key (owner, movement_no),
    constraint only_reserved_units_are_used check (case kind
        when 'PURCHASE' then available > 0 and reserved = 0
        when 'BONUS' then available > 0 and reserved = 0
        when 'RESERVATION' then available < 0 and reserved = -available
        when 'REFUND' then available > 0 and reserved = -available
        when 'USAGE' then available = 0 and reserved < 0
        when 'EXPIRY' then available < 0 and reserved = 0
        else false end)
);

-- Movements of one transaction come in one statement, after the account and its lots.
create function check_new_credit_movements() returns trigger language plpgsql as $$
begin
    if exists (
        select from (
            select distinct on (owner) owner, movement_no, available_after, reserved_after
            from added order by owner, movement_no desc
        ) newest
        join credit_account account using (owner)
        where account.available <> newest.available_after
            or account.reserved <> newest.reserved_after
            or account.movements <> newest.movement_no
            or account.available <> (
                select coalesce(sum(units_left), 0) from credit_lot lot
                where lot.owner = account.owner and units_left > 0)
    ) then
        raise exception 'credits do not stand where their newest movement says'
            using errcode = 'check_violation', constraint = 'credits_follow_movements';
    end if;
    if exists (
        select from added
        join credit_movement before
            on before.owner = added.owner and before.movement_no = added.movement_no - 1
        where before.available_after + added.available <> added.available_after
            or before.reserved_after + added.reserved <> added.reserved_after
    ) then
        raise exception 'a movement of credits does not follow the one before'
            using errcode = 'check_violation', constraint = 'credit_movements_add_up';
    end if;
    return null;
end
$$;

create trigger check_new_credit_movements after insert on credit_movement
    referencing new table as added
    for each statement execute function check_new_credit_movements();

-- What a charge by the payment provider is for.
create table credit_purchase (
    purchase_id  uuid primary key references payment_intent,
    owner        text not null,
    pack         text not null,
    units        int  not null check (units > 0),
    purchased_at timestamptz
);

grant select, insert on credit_account, credit_lot, credit_reservation, credit_reservation_part,
    credit_movement, credit_purchase to ${app_role};
grant update (available, reserved, movements) on credit_account to ${app_role};
grant update (units_left, value_left) on credit_lot to ${app_role};
grant update (consumed, released, still_open, consumption, release)
    on credit_reservation to ${app_role};
grant update (units, value) on credit_reservation_part to ${app_role};
grant update (purchased_at) on credit_purchase to ${app_role};
