-- What every release and every task paid whom: the rows behind the earnings view.
create table earning (
    payment_id  uuid primary key, -- the release, or the task
    party       text not null,
    kind        text not null check (kind in ('MILESTONE', 'TASK')),
    subject_id  uuid not null,    -- the milestone or task
    contract_id uuid,
    currency    text not null check (currency ~ '^[A-Z]{3}$'),
    gross       bigint not null check (gross > 0),
    fee         bigint not null check (fee >= 0),
    net         bigint not null check (net >= 0),
    released_at timestamptz not null,
    recorded_at timestamptz not null,
    constraint gross_is_fee_and_net check (gross = fee + net)
);
create index earning_of_party on earning (party, subject_id, currency);

grant select, insert on earning to ${app_role};
