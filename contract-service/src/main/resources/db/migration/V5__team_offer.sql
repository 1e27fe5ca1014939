-- When exactly this share was offered; what was offered before is dated by the talent's own share,
-- which is accepted by offering it. The default is for instances that do not know the column yet.
alter table team_share add column offered_at timestamptz not null default now();

update team_share offered
set offered_at = own.accepted_at
from contract c
join team_share own on own.contract_id = c.id
    and own.member_type = c.talent_type and own.member_id = c.talent_id
where offered.contract_id = c.id and own.accepted_at is not null;

-- What waits for the word of a member, newest first.
create index team_share_open_to on team_share
    (member_type, member_id, offered_at desc, contract_id desc)
    where accepted_by is null;
