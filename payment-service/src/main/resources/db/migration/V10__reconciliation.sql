-- One row per currency. Whoever changes anything of its reconciliation locks it first.
create table cash_book (
    currency     text primary key check (currency ~ '^[A-Z]{3}$'),
    -- The newest line of CASH_CLEARING that was taken over. Lines of one account are committed in
    -- the order of their numbers, because the account is locked while they are written.
    last_line    bigint not null default 0,
    closed_until timestamptz not null default '1970-01-01 00:00:00Z'
);

-- What a provider has told us so far, per currency.
create table provider_book (
    provider      text not null,
    currency      text not null references cash_book,
    covered_until timestamptz not null,
    entry_sum     bigint not null, -- of all its entries
    primary key (provider, currency)
);

create table provider_statement (
    statement_id    uuid primary key,
    provider        text not null,
    name            text not null, -- the provider's own
    currency        text not null,
    covers_from     timestamptz not null,
    covers_until    timestamptz not null check (covers_until > covers_from),
    closing_balance bigint not null,
    new_entries     int not null,
    known_entries   int not null, -- that an earlier statement had brought
    difference      bigint not null, -- what all entries lacked to the closing balance
    imported_at     timestamptz not null,
    imported_by     uuid, -- null when no person asked for it
    unique (provider, name)
);
create index provider_statement_of_currency on provider_statement (currency, covers_until);

-- Entries and movements with equal sums.
create table cash_match (
    match_id   uuid primary key,
    currency   text not null,
    kind       text not null check (kind in ('AUTOMATIC', 'FEE', 'SUSPENSE', 'DECISION')),
    matched_at timestamptz not null
);

-- Everything that providers have booked, once. Minor units; above zero when they hold more for us.
create table provider_entry (
    entry_no     bigint generated always as identity primary key,
    provider     text not null,
    entry_id     text not null, -- the provider's own
    statement_id uuid not null references provider_statement deferrable initially deferred,
    kind         text not null check (kind in ('CHARGE', 'REFUND', 'PAYOUT', 'FEE', 'CHARGEBACK',
        'OTHER')),
    reference    text not null,
    currency     text not null,
    change       bigint not null check (change <> 0),
    booked_at    timestamptz not null,
    counted_at   timestamptz not null, -- booked_at, or in the period that was open
    match_id     uuid references cash_match,
    unique (provider, entry_id)
);
create index provider_entry_unmatched on provider_entry (currency, booked_at, entry_no)
    where match_id is null;
create index provider_entry_counted on provider_entry (currency, counted_at);
create index provider_entry_of_match on provider_entry (match_id);
create index provider_entry_of_statement on provider_entry (statement_id, entry_no);

-- Every line of CASH_CLEARING, once. Minor units; above zero when providers hold more for us.
create table cash_movement (
    line_id     bigint primary key,
    journal_id  uuid not null references journal,
    source_type text not null,
    source_id   uuid not null,
    step        text not null,
    currency    text not null,
    change      bigint not null check (change <> 0),
    posted_at   timestamptz not null,
    counted_at  timestamptz not null,
    match_id    uuid references cash_match
);
create index cash_movement_unmatched on cash_movement (currency, posted_at, line_id)
    where match_id is null;
create index cash_movement_of_source on cash_movement (source_id);
create index cash_movement_counted on cash_movement (currency, counted_at);
create index cash_movement_of_match on cash_movement (match_id);

create function check_match() returns trigger language plpgsql as $$
begin
    if (select coalesce(sum(change), 0) from provider_entry where match_id = new.match_id)
        <> (select coalesce(sum(change), 0) from cash_movement where match_id = new.match_id) then
        raise exception 'a match does not add up'
            using errcode = 'check_violation', constraint = 'match_adds_up';
    end if;
    return null;
end
$$;

create constraint trigger match_of_entry_adds_up after update of match_id on provider_entry
    deferrable initially deferred for each row when (new.match_id is not null)
    execute function check_match();
create constraint trigger match_of_movement_adds_up after update of match_id on cash_movement
    deferrable initially deferred for each row when (new.match_id is not null)
    execute function check_match();

-- What does not agree, and what is done about it.
create table cash_difference (
    difference_id uuid primary key,
    status        text not null check (status in ('OPEN', 'PROPOSED', 'SETTLED')),
    finding       text not null check (finding in ('UNEXPLAINED', 'MISSING')),
    currency      text not null,
    entry_no      bigint unique references provider_entry,
    line_id       bigint unique references cash_movement,
    found_at      timestamptz not null,
    settlement    text check (settlement in ('TO_WALLET', 'TO_MOVEMENT', 'WRITE_OFF', 'REVERSAL',
        'EXPLAINED')),
    to_owner      text,
    to_line       bigint references cash_movement,
    reason        text,
    proposed_by   uuid,
    proposed_at   timestamptz,
    approved_by   uuid,
    settled_at    timestamptz,
    constraint about_one_thing check ((finding = 'UNEXPLAINED') = (entry_no is not null)
        and (finding = 'MISSING') = (line_id is not null)),
    constraint two_persons check (approved_by <> proposed_by),
    constraint settled_somehow check ((status = 'SETTLED') = (settled_at is not null)),
    constraint proposed_by_somebody
        check ((status = 'OPEN') = (settlement is null)
            and (settlement is not null and settlement <> 'EXPLAINED')
                = (proposed_by is not null and reason is not null and proposed_at is not null)),
    constraint decided_by_another check (status <> 'SETTLED' or settlement = 'EXPLAINED'
        or approved_by is not null)
);
create index cash_difference_open on cash_difference (currency, difference_id)
    where status <> 'SETTLED';
create index cash_difference_newest on cash_difference (found_at desc, difference_id desc);

-- Closed periods; nothing opens them again.
create table cash_period (
    period_id     uuid primary key,
    currency      text not null references cash_book,
    period_until  timestamptz not null,
    closing       bigint not null,
    ledger        bigint not null,
    report        text not null, -- as it was made, JSON
    closed_at     timestamptz not null,
    unique (currency, period_until)
);

grant select, insert on cash_book, provider_book, provider_statement, cash_match, provider_entry,
    cash_movement, cash_difference, cash_period to ${app_role};
grant update (last_line, closed_until) on cash_book to ${app_role};
grant update (covered_until, entry_sum) on provider_book to ${app_role};
grant update (match_id) on provider_entry, cash_movement to ${app_role};
grant update (status, settlement, to_owner, to_line, reason, proposed_by, proposed_at, approved_by,
    settled_at) on cash_difference to ${app_role};
