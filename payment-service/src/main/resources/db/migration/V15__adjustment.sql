-- Corrections of the books by staff. What would be posted is stored with the request, so what is
-- approved is what was asked for.
create table adjustment (
    adjustment_id uuid primary key,
    status        text not null check (status in
        ('REQUESTED', 'POSTED', 'TURNED_DOWN', 'WITHDRAWN', 'EXPIRED')),
    reverses      uuid references journal,
    description   text not null,
    currency      text not null,
    amount        bigint not null check (amount > 0),
    reason        text not null,
    requested_by  uuid not null,
    requested_at  timestamptz not null,
    expires_at    timestamptz not null,
    decided_by    uuid,
    decision      text,
    decided_at    timestamptz,
    constraint two_persons check (
        status not in ('POSTED', 'TURNED_DOWN') or decided_by is not null
            and decided_by <> requested_by and decision is not null and decided_at is not null)
);
create unique index adjustment_reverses_once on adjustment (reverses)
    where status in ('REQUESTED', 'POSTED');
create index adjustment_newest on adjustment (requested_at desc, adjustment_id desc);
create index adjustment_approved on adjustment (decided_by, currency, decided_at)
    where status = 'POSTED';

create table adjustment_entry (
    adjustment_id uuid   not null references adjustment,
    entry_no      int    not null check (entry_no > 0),
    code          text   not null,
    owner         text   not null,
    debit         bigint not null,
    credit        bigint not null,
    primary key (adjustment_id, entry_no),
    constraint one_positive_side
        check ((debit > 0 and credit = 0) or (debit = 0 and credit > 0))
);

grant select, insert on adjustment, adjustment_entry to ${app_role};
grant update (status, decided_by, decision, decided_at) on adjustment to ${app_role};
