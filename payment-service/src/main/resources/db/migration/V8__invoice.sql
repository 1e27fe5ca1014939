-- What a party wants to be called on invoices.
create table billing_profile (
    party      text primary key,
    name       text not null,
    address    jsonb not null,
    country    text not null check (country ~ '^([A-Z]{2})?$'),
    tax_number text not null,
    changed_at timestamptz not null
);

-- What identity calls a party: the name on its invoices until it has a billing profile.
create table party_name (
    party    text primary key,
    name     text not null,
    named_at timestamptz not null
);

-- The last number of every series. Its row is locked until the transaction that issues is over.
create table invoice_counter (
    issuer text   not null,
    kind   text   not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
    last   bigint not null default 0 check (last >= 0),
    primary key (issuer, kind)
) with (fillfactor = 70);

create table invoice (
    invoice_id      uuid primary key,
    kind            text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
    status          text not null
        check (status in ('DRAFT', 'SENT', 'OVERDUE', 'PAID', 'VOID')),
    issuer          text not null,
    recipient       text not null,
    issuer_head     jsonb not null,
    recipient_head  jsonb not null,
    subject_type    text not null,
    subject_id      uuid not null,
    corrects        uuid references invoice,
    correction      text, -- why it was corrected
    currency        text not null check (currency ~ '^[A-Z]{3}$'),
    net             bigint not null check (net >= 0),
    tax             bigint not null check (tax >= 0),
    total           bigint not null check (total > 0),
    tax_name        text not null,
    tax_basis_points int not null check (tax_basis_points between 0 and 10000),
    drafted_at      timestamptz not null,
    sequence        bigint check (sequence > 0),
    -- No number without the one before it.
    previous        bigint generated always as
        (case when sequence > 1 then sequence - 1 end) stored,
    issued_at       timestamptz,
    due_at          timestamptz,
    overdue_at      timestamptz,
    paid_at         timestamptz,
    voided_at       timestamptz,
    void_reason     text,
    unique (issuer, kind, sequence),
    constraint numbers_have_no_gaps foreign key (issuer, kind, previous)
        references invoice (issuer, kind, sequence),
    constraint total_is_net_and_tax check (total = net + tax),
    constraint numbered_when_sent
        check ((sequence is null) = (issued_at is null) and (sequence is null) = (due_at is null)
            and (sequence is not null or status in ('DRAFT', 'VOID'))),
    constraint paid_at_when_paid check ((paid_at is not null) = (status = 'PAID')),
    constraint void_with_a_reason check ((voided_at is not null) = (status = 'VOID')
        and (void_reason is not null) = (status = 'VOID')),
    constraint correction_of_an_invoice
        check ((corrects is not null) = (kind = 'CREDIT_NOTE')
            and (correction is not null) = (kind = 'CREDIT_NOTE')),
    constraint credit_notes_are_only_sent
        check (kind = 'INVOICE' or status in ('DRAFT', 'SENT'))
);
create unique index invoice_once on invoice (issuer, subject_type, subject_id)
    where kind = 'INVOICE';
create index invoice_of_issuer on invoice (issuer, drafted_at desc, invoice_id desc);
create index invoice_of_recipient on invoice (recipient, drafted_at desc, invoice_id desc);
create index invoice_corrected on invoice (corrects) where corrects is not null;

create table invoice_line (
    invoice_id  uuid not null references invoice,
    line_no     int  not null check (line_no > 0),
    description text not null,
    quantity    int  not null check (quantity > 0),
    unit_price  bigint not null check (unit_price >= 0),
    amount      bigint not null check (amount = unit_price * quantity),
    primary key (invoice_id, line_no)
);

-- An invoice and its lines come in one statement, so both triggers see all of them.
create function check_invoice_lines(ids uuid[]) returns void language plpgsql as $$
begin
    if exists (
        select from invoice
        where invoice_id = any(ids)
            and net is distinct from (
                select sum(amount) from invoice_line line
                where line.invoice_id = invoice.invoice_id)
    ) then
        raise exception 'an invoice is not the sum of its lines'
            using errcode = 'check_violation', constraint = 'net_is_sum_of_lines';
    end if;
    if exists (
        select from invoice note
        join invoice corrected on corrected.invoice_id = note.corrects
        where note.invoice_id = any(ids)
            and (corrected.status <> 'PAID' or corrected.currency <> note.currency
                or corrected.issuer <> note.issuer or corrected.recipient <> note.recipient
                or corrected.total < (
                    select sum(total) from invoice other
                    where other.corrects = corrected.invoice_id))
    ) then
        raise exception 'credit notes exceed what was invoiced and paid'
            using errcode = 'check_violation', constraint = 'credit_notes_fit_the_invoice';
    end if;
end
$$;

create function check_new_invoices() returns trigger language plpgsql as $$
begin
    perform check_invoice_lines(array(select distinct invoice_id from added));
    return null;
end
$$;

create trigger check_new_invoices after insert on invoice
    referencing new table as added
    for each statement execute function check_new_invoices();
create trigger check_new_invoice_lines after insert on invoice_line
    referencing new table as added
    for each statement execute function check_new_invoices();

create function keep_closed_invoices() returns trigger language plpgsql as $$
begin
    raise exception 'a paid or void invoice never changes'
        using errcode = 'check_violation', constraint = 'closed_invoices_stay';
end
$$;

create trigger keep_closed_invoices before update on invoice
    for each row when (old.status in ('PAID', 'VOID')
        or old.kind = 'CREDIT_NOTE' and old.status = 'SENT')
    execute function keep_closed_invoices();

grant select, insert, update on billing_profile, party_name to ${app_role};
grant select, insert on invoice_counter, invoice, invoice_line to ${app_role};
grant update (last) on invoice_counter to ${app_role};
grant update (status, sequence, issued_at, due_at, overdue_at, paid_at, voided_at, void_reason)
    on invoice to ${app_role};
