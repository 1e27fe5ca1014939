-- Which escrow was ordered for which milestone, also long after the milestone got another one:
-- payment answers by escrow. Append-only for the application.
create table escrow_order (
    escrow_id    uuid        primary key,
    contract_id  uuid        not null references contract,
    milestone_id uuid        not null references milestone,
    ordered_at   timestamptz not null
);

grant select, insert on escrow_order to ${app_role};
