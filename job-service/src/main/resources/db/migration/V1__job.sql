-- A demand posting. The row is also the lock of the job and of all its proposals.
create table job (
    id                 uuid primary key,
    client_type        text        not null,
    client_id          uuid        not null,
    client_user        uuid        not null,
    title              text        not null,
    description        text        not null,
    category           text        not null,
    kind               text        not null check (kind in ('FIXED', 'HOURLY')),
    level              text        not null check (level in ('ENTRY', 'INTERMEDIATE', 'EXPERT')),
    skills             text[]      not null,
    tags               text[]      not null check (cardinality(tags) <= 10),
    budget_min         bigint      not null check (budget_min >= 0),
    budget_max         bigint      not null check (budget_max > 0),
    currency           char(3)     not null,
    location           text,
    remote             boolean     not null,
    deadline           timestamptz,
    visibility         text        not null check (visibility in ('PUBLIC', 'UNLISTED')),
    max_proposals      int         not null check (max_proposals > 0),
    proposals_active   int         not null check (proposals_active >= 0),
    proposals_received int         not null check (proposals_received >= proposals_active),
    state              text        not null check (state in
        ('DRAFT', 'OPEN', 'CLOSED', 'EXPIRED', 'RESERVED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
    published_at       timestamptz,
    expires_at         timestamptz,
    closing_reason     text check (closing_reason in ('CLIENT', 'FULL')),
    proposal_id        uuid,
    contract_id        uuid,
    version            bigint      not null,
    created_at         timestamptz not null default now(),
    check (budget_min <= budget_max),
    check (state in ('DRAFT', 'CANCELLED') or published_at is not null),
    check (state <> 'OPEN' or expires_at is not null),
    check (state <> 'CLOSED' or closing_reason is not null),
    check (state not in ('RESERVED', 'IN_PROGRESS', 'COMPLETED') or proposal_id is not null),
    check (state not in ('IN_PROGRESS', 'COMPLETED') or contract_id is not null)
);

create index job_of_client on job (client_type, client_id, created_at desc, id desc);

-- Open jobs that everybody may find; nothing else is ever in here.
create table job_search (
    job_id       uuid primary key references job,
    title        text        not null,
    description  text        not null,
    category     text        not null,
    kind         text        not null,
    level        text        not null,
    skills       text[]      not null,
    tags         text[]      not null,
    budget_min   bigint      not null,
    budget_max   bigint      not null,
    currency     char(3)     not null,
    location     text,
    remote       boolean     not null,
    deadline     timestamptz,
    published_at timestamptz not null,
    document     tsvector    not null
);

create index job_search_document on job_search using gin (document);
create index job_search_skills on job_search using gin (skills);
create index job_search_newest on job_search (published_at desc, job_id desc);
create index job_search_category on job_search (category, published_at desc, job_id desc);

-- A talent's answer to a job.
create table proposal (
    id            uuid primary key,
    job_id        uuid        not null references job,
    client_type   text        not null,
    client_id     uuid        not null,
    client_user   uuid        not null,
    talent_type   text        not null,
    talent_id     uuid        not null,
    talent_user   uuid        not null,
    bid           bigint      not null check (bid > 0),
    currency      char(3)     not null,
    duration_days int         not null check (duration_days > 0),
    cover_letter  text        not null,
    milestones    jsonb       not null check (jsonb_array_length(milestones) > 0),
    state         text        not null check (state in
        ('ACTIVE', 'HIRED', 'REJECTED', 'DISPLACED', 'WITHDRAWN', 'EXPIRED')),
    stage         text check (stage in
        ('SUBMITTED', 'UNDER_REVIEW', 'SHORTLISTED', 'INTERVIEW', 'OFFERED')),
    expires_at    timestamptz,
    accepted_at   timestamptz,
    displaced_by  uuid,
    version       bigint      not null,
    submitted_at  timestamptz not null,
    check (state <> 'ACTIVE' or (stage is not null and expires_at is not null)),
    check (state <> 'HIRED' or accepted_at is not null),
    check (state <> 'DISPLACED' or (stage is not null and displaced_by is not null))
);

-- A talent is in the running for a job at most once.
create unique index proposal_active on proposal (talent_type, talent_id, job_id)
    where state in ('ACTIVE', 'HIRED');
create index proposal_of_job on proposal (job_id, submitted_at desc, id desc);
create index proposal_of_talent on proposal (talent_type, talent_id, submitted_at desc, id desc);
create index proposal_displaced on proposal (displaced_by) where state = 'DISPLACED';

grant select, insert, update on job, proposal to ${app_role};
grant select, insert, update, delete on job_search to ${app_role};
