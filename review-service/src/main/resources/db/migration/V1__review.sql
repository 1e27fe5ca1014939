-- The time in which both sides of a contract review each other. Its row is their lock.
create table review_window (
    contract_id uuid primary key,
    title       text        not null,
    client_type text        not null,
    client_id   uuid        not null,
    client_user uuid        not null,
    talent_type text        not null,
    talent_id   uuid        not null,
    talent_user uuid        not null,
    opens_at    timestamptz not null,
    closes_at   timestamptz not null,
    state       text        not null check (state in ('OPEN', 'REVEALED', 'LAPSED')),
    check (opens_at < closes_at)
);

create index review_window_of_client
    on review_window (client_type, client_id, opens_at desc, contract_id desc);
create index review_window_of_talent
    on review_window (talent_type, talent_id, opens_at desc, contract_id desc);

create table review (
    id               uuid primary key,
    contract_id      uuid        not null references review_window,
    reviewer_type    text        not null,
    reviewer_id      uuid        not null,
    reviewer_user    uuid        not null,
    subject_type     text        not null,
    subject_id       uuid        not null,
    subject_user     uuid        not null,
    rating           int         not null check (rating between 1 and 5),
    criteria         jsonb       not null,
    comment          text        not null,
    private_feedback text        not null,
    edition          int         not null check (edition > 0),
    submitted_at     timestamptz not null,
    published_at     timestamptz,
    response         text,
    responded_at     timestamptz,
    -- Each side reviews the other once.
    unique (contract_id, reviewer_type, reviewer_id),
    check ((response is null) = (responded_at is null)),
    check (response is null or published_at is not null)
);

create index review_about on review (subject_type, subject_id, published_at desc, id desc)
    where published_at is not null;

-- What the published reviews of a party add up to.
create table reputation (
    party_type         text        not null,
    party_id           uuid        not null,
    reviews            int         not null check (reviews >= 0),
    average_hundredths int         not null check (average_hundredths between 0 and 500),
    changed_at         timestamptz not null,
    primary key (party_type, party_id)
);

grant select, insert, update on review_window, review, reputation to ${app_role};
