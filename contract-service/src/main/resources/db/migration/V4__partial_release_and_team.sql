-- What the client paid of the held money before the approval, oldest first:
-- {release, amount, orderedAt, payment}.
alter table milestone add column partial_releases jsonb not null default '[]';

-- Who shares what the talent of a contract earns. It counts for escrows that are ordered when
-- everybody has accepted; each keeps the shares that it was ordered with.
create table team_share (
    contract_id  uuid        not null references contract,
    member_type  text        not null,
    member_id    uuid        not null,
    basis_points int         not null check (basis_points between 1 and 10000),
    -- The person who accepted for the member.
    accepted_by  uuid,
    accepted_at  timestamptz,
    primary key (contract_id, member_type, member_id),
    check ((accepted_by is null) = (accepted_at is null))
);

grant select, insert, update, delete on team_share to ${app_role};
