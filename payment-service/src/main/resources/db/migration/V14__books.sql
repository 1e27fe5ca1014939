-- What staff decided about a wallet; the newest decision counts, none means ACTIVE. Decided while
-- the AVAILABLE account of the wallet is locked, so whoever holds that lock reads what will stay.
create table wallet_state (
    owner      text not null,
    currency   text not null,
    change_no  int  not null check (change_no > 0),
    state      text not null check (state in ('ACTIVE', 'FROZEN', 'CLOSED')),
    reason     text not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (owner, currency, change_no),
    foreign key (owner, currency) references wallet
);

grant select, insert on wallet_state to ${app_role};

-- The transaction that posted a journal. Once all transactions up to a number have ended, the
-- journals up to it are complete for ever, whatever the order in which they were committed.
alter table journal add column posted_in bigint not null
    default pg_current_xact_id()::text::bigint;
create index journal_posted_in on journal (posted_in);

-- The hash chain over all journals. A seal is evidence about a journal: it neither holds the
-- journal in place nor goes away with it.
create table journal_seal (
    position   bigint primary key check (position > 0),
    journal_id uuid   not null unique,
    hash       bytea  not null check (octet_length(hash) = 32),
    sealed_at  timestamptz not null
);

-- One row. Who locks it may seal; all journals of transactions before it are sealed.
create table seal_progress (
    only_row       boolean primary key default true check (only_row),
    sealed_through bigint not null
);
insert into seal_progress (sealed_through) values (0);

-- What a journal mentions besides its source: releases, refunds, whatever its step names.
-- Written together with the seal, away from the busy path.
create table journal_reference (
    reference  uuid not null,
    journal_id uuid not null,
    primary key (reference, journal_id)
);

-- The checks of the books that fail at present, so that each is reported once and not every time.
create table ledger_alarm (
    check_name  text primary key,
    difference  numeric not null,
    since       timestamptz not null,
    reported_at timestamptz not null
);

grant select, insert on journal_seal, journal_reference to ${app_role};
grant select, update on seal_progress to ${app_role};
grant select, insert, update, delete on ledger_alarm to ${app_role};
