-- Money that a dispute has frozen, and where it went.
alter table escrow
    add column frozen   bigint  not null default 0 check (frozen >= 0),
    -- Whether a dispute has ever frozen it: then there are movements even if nothing has left.
    add column disputed boolean not null default false,
    drop constraint nothing_is_lost,
    add constraint nothing_is_lost check (funded = held + frozen + released + refunded),
    add constraint frozen_means_everything check (held = 0 or frozen = 0),
    drop constraint escrow_status_check,
    add constraint known_status check (status in ('PENDING', 'FUNDED', 'PARTIALLY_RELEASED',
        'FROZEN', 'RELEASED', 'REFUNDED', 'SETTLED', 'CANCELLED')),
    add constraint frozen_by_a_dispute check ((status = 'FROZEN') = (frozen > 0)
        and (disputed or frozen = 0));
drop index escrow_held_of_payer;
create index escrow_held_of_payer on escrow (payer, currency) where held + frozen > 0;

alter table escrow_movement
    -- FREEZE and UNFREEZE: the part that was held before, or is held again.
    add column held_part  bigint check (held_part >= 0 and held_part <= amount),
    -- SPLIT: the part that went to the payer.
    add column payer_part bigint check (payer_part >= 0 and payer_part <= amount),
    -- The releases that a FREEZE recalled or an UNFREEZE restored; the one that a SPLIT made.
    add column releases   uuid[],
    drop constraint escrow_movement_kind_check,
    add constraint known_kind check (kind in ('RELEASE', 'REFUND', 'CANCELLATION', 'FREEZE',
        'UNFREEZE', 'SPLIT')),
    add constraint parts_are_known check (case kind
        when 'FREEZE' then held_part is not null and releases is not null
        when 'UNFREEZE' then held_part is not null and releases is not null
        when 'SPLIT' then payer_part is not null and cardinality(releases) = 1
            and fee <= amount - payer_part
        else held_part is null and payer_part is null and releases is null end);

-- A hold that a dispute has stopped; it does not clear meanwhile.
alter table safety_hold
    add column recalled_at timestamptz,
    add constraint recalled_or_cleared check (recalled_at is null or cleared_at is null);
drop index safety_hold_due;
create index safety_hold_due on safety_hold (clears_at)
    where cleared_at is null and recalled_at is null;

grant update (clears_at, recalled_at) on safety_hold to ${app_role};
