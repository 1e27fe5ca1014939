-- The agreement between a client and a talent. Parties, amount and terms never change.
create sequence contract_number;

create table contract (
    id                        uuid        primary key,
    -- The order of drafting, newest last: the cursor of lists.
    position                  bigint      generated always as identity unique,
    number                    text        not null unique,
    kind                      text        not null check (kind in ('FIXED')),
    job_id                    uuid        not null,
    proposal_id               uuid        not null,
    title                     text        not null,
    client_type               text        not null,
    client_id                 uuid        not null,
    client_user               uuid        not null,
    talent_type               text        not null,
    talent_id                 uuid        not null,
    talent_user               uuid        not null,
    amount                    bigint      not null check (amount >= 0), -- minor units
    currency                  text        not null,
    terms                     jsonb       not null,
    status                    text        not null check (status in (
        'DRAFT', 'PENDING_FUNDING', 'ACTIVE', 'COMPLETED', 'CANCELLED', 'TERMINATED')),
    drafted_at                timestamptz not null,
    fund_before               timestamptz,
    -- Why it ends early; set while PENDING_FUNDING, it means that the escrow is being closed.
    reason                    text,
    cancellation_requested_at timestamptz,
    activated_at              timestamptz,
    paid                      bigint,
    ended_at                  timestamptz,
    version                   bigint      not null,
    check (status = 'CANCELLED' or (client_id <> talent_id and amount > 0)),
    check (status not in ('ACTIVE', 'COMPLETED', 'TERMINATED') or activated_at is not null),
    check ((status in ('COMPLETED', 'CANCELLED', 'TERMINATED')) = (ended_at is not null)),
    check (status <> 'COMPLETED' or paid > 0)
);

-- One talent is hired once for a job, unless an earlier contract is over.
create unique index contract_one_open_per_job_and_talent
    on contract (job_id, talent_type, talent_id)
    where status in ('DRAFT', 'PENDING_FUNDING', 'ACTIVE');

-- A proposal that was reinstated may be accepted again, but not while its contract goes on.
create unique index contract_one_open_per_proposal
    on contract (proposal_id)
    where status in ('DRAFT', 'PENDING_FUNDING', 'ACTIVE');

create index contract_by_client on contract (client_type, client_id, position desc);
create index contract_by_talent on contract (talent_type, talent_id, position desc);

grant select, insert, update on contract to ${app_role};
grant usage on sequence contract_number to ${app_role};

-- One fundable unit of work.
create table milestone (
    id                 uuid        primary key,
    contract_id        uuid        not null references contract,
    sequence           int         not null check (sequence > 0),
    title              text        not null,
    amount             bigint      not null check (amount > 0), -- minor units
    currency           text        not null,
    due_in_days        int         not null check (due_in_days > 0),
    revision_allowance int         not null check (revision_allowance >= 0),
    status             text        not null check (status in (
        'PLANNED', 'FUNDED', 'IN_PROGRESS', 'SUBMITTED', 'REVISION_REQUESTED', 'APPROVED', 'PAID',
        'CANCELLED')),
    -- While PLANNED: an escrow was ordered; while CANCELLED: it was, and refunded_at says whether
    -- it is closed.
    escrow_id          uuid        unique,
    fund_before        timestamptz,
    refusal            text,
    funded_at          timestamptz,
    started_at         timestamptz,
    submissions        int         not null,
    revisions_used     int         not null,
    submitted_at       timestamptz,
    auto_approve_at    timestamptz,
    release_id         uuid        unique,
    automatic          boolean,
    approved_at        timestamptz,
    gross              bigint,
    fee                bigint,
    net                bigint,
    paid_at            timestamptz,
    reason             text,
    cancelled_at       timestamptz,
    refunded_at        timestamptz,
    version            bigint      not null,
    unique (contract_id, sequence),
    check (status in ('PLANNED', 'CANCELLED')
        or (escrow_id is not null and funded_at is not null)),
    check (status in ('PLANNED', 'FUNDED', 'CANCELLED') or started_at is not null),
    check (status not in ('APPROVED', 'PAID') or (release_id is not null and submissions > 0)),
    check (status <> 'PAID' or gross = fee + net),
    check (revisions_used <= revision_allowance)
);

grant select, insert, update on milestone to ${app_role};

-- What the talent delivered, each time. Append-only for the application.
create table submission (
    milestone_id uuid        not null references milestone,
    number       int         not null check (number > 0),
    submitted_by uuid        not null,
    notes        text        not null,
    submitted_at timestamptz not null,
    primary key (milestone_id, number)
);

grant select, insert on submission to ${app_role};

-- What the client wanted changed about which submission. Append-only for the application.
create table revision (
    milestone_id uuid        not null references milestone,
    number       int         not null check (number > 0),
    submission   int         not null,
    requested_by uuid        not null,
    reason       text        not null,
    requested_at timestamptz not null,
    primary key (milestone_id, number),
    foreign key (milestone_id, submission) references submission
);

grant select, insert on revision to ${app_role};
