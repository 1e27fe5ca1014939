-- How far identity knows who a party is: its newest word, and nothing where it has said none.
create table party_tier (
    party      text   primary key,
    tier       text   not null check (tier in ('UNVERIFIED', 'BASIC', 'STANDARD', 'ENHANCED',
        'PREMIUM')),
    good_until timestamptz,
    -- Of the verification there; what is older than what is known changes nothing.
    revision   bigint not null check (revision > 0)
);
grant select, insert, update on party_tier to ${app_role};
