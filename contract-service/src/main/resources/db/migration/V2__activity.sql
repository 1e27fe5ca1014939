-- The timeline of a contract. Append-only for the application.
create table activity (
    position     bigint      generated always as identity primary key,
    contract_id  uuid        not null references contract,
    at           timestamptz not null,
    actor        text        not null check (actor in ('CLIENT', 'TALENT', 'SYSTEM')),
    -- The person, when one acted.
    actor_user   uuid,
    action       text        not null,
    from_status  text        not null,
    to_status    text        not null,
    subject_type text        not null check (subject_type in ('CONTRACT', 'MILESTONE')),
    subject_id   uuid        not null,
    metadata     jsonb       not null
);

create index activity_of_contract on activity (contract_id, position desc);

grant select, insert on activity to ${app_role};
