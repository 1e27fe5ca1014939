-- The double-entry ledger. A balance is credits minus debits, in minor units of one currency.
create table account (
    account_id  bigint generated always as identity primary key,
    code        text    not null,
    owner       text    not null, -- party, escrow id, or the platform
    currency    text    not null check (currency ~ '^[A-Z]{3}$'),
    -- Accounts of the platform are busy, so they are locked last and held shortest.
    is_platform boolean not null,
    balance     bigint  not null default 0,
    line_count  bigint  not null default 0,
    opened_at   timestamptz not null default now(),
    unique (code, owner, currency),
    unique (account_id, currency),
    constraint known_code check (code in ('CASH_CLEARING', 'AVAILABLE', 'PENDING', 'ESCROW',
        'FEE_REVENUE', 'PROCESSOR_FEES', 'SUSPENSE')),
    constraint customers_money_is_never_negative
        check (code not in ('AVAILABLE', 'PENDING', 'ESCROW') or balance >= 0)
) with (fillfactor = 70);

create table journal (
    journal_id  uuid primary key,
    source_type text not null,
    source_id   uuid not null,
    step        text not null,
    reason      text not null,
    description text not null,
    posted_at   timestamptz not null,
    constraint posted_once unique (source_type, source_id, step)
);

create table line (
    line_id       bigint generated always as identity,
    account_id    bigint not null,
    journal_id    uuid   not null references journal,
    currency      text   not null,
    debit         bigint not null default 0,
    credit        bigint not null default 0,
    balance_after bigint not null,
    posted_at     timestamptz not null,
    primary key (account_id, line_id),
    foreign key (account_id, currency) references account (account_id, currency),
    constraint one_positive_side
        check ((debit > 0 and credit = 0) or (debit = 0 and credit > 0))
);
create index line_of_journal on line (journal_id);

-- All lines of a journal come in one statement, so one look at each statement is enough to see
-- that every journal balances and that every account stands where its newest line says.
create function check_new_lines() returns trigger language plpgsql as $$
begin
    if exists (
        select from new_line
        group by journal_id
        having sum(debit) <> sum(credit) or min(currency) <> max(currency)
    ) then
        raise exception 'a journal does not balance'
            using errcode = 'check_violation', constraint = 'journal_balances';
    end if;
    if exists (
        select from (
            select distinct on (account_id) account_id, balance_after
            from new_line
            order by account_id, line_id desc
        ) newest
        join account using (account_id)
        where account.balance <> newest.balance_after
    ) then
        raise exception 'an account does not stand where its newest line says'
            using errcode = 'check_violation', constraint = 'balance_follows_lines';
    end if;
    return null;
end
$$;

create trigger check_new_lines after insert on line
    referencing new table as new_line
    for each statement execute function check_new_lines();

-- A wallet is a party's AVAILABLE and PENDING account of one currency; its amounts are theirs.
create table wallet (
    owner     text not null,
    currency  text not null,
    opened_at timestamptz not null,
    primary key (owner, currency)
);

grant select, insert on account, journal, line, wallet to ${app_role};
grant update (balance, line_count) on account to ${app_role};
