-- Bonuses that are large enough for somebody else to approve what one of the staff has asked for.
create table credit_bonus (
    bonus_id   uuid primary key,
    status     text not null check (status in ('AWAITING_APPROVAL', 'GRANTED', 'REJECTED')),
    owner      text not null,
    units      int  not null check (units > 0),
    value      bigint not null check (value > 0),
    currency   text not null,
    asked_by   uuid not null,
    reason     text not null,
    asked_at   timestamptz not null,
    decided_by uuid,
    decision   text,
    decided_at timestamptz,
    expires_at timestamptz, -- of the credits
    constraint nobody_approves_twice check (status <> 'GRANTED' or decided_by <> asked_by),
    check ((decided_by is null) = (status = 'AWAITING_APPROVAL')),
    check ((decision is null) = (decided_by is null)),
    check ((decided_at is null) = (decided_by is null)),
    check ((expires_at is not null) = (status = 'GRANTED'))
) with (fillfactor = 80);
create index credit_bonus_awaiting on credit_bonus (bonus_id) where status = 'AWAITING_APPROVAL';

grant select, insert on credit_bonus to ${app_role};
grant update (status, decided_by, decision, decided_at, expires_at) on credit_bonus to ${app_role};
