-- Which messages a consumer has dealt with. Written in the transaction of their effect, so that a
-- repetition finds its own row and does nothing.
create table inbox (
    consumer   text        not null,
    message_id uuid        not null,
    handled_at timestamptz not null default now(),
    primary key (consumer, message_id)
);

create index inbox_handled_at on inbox using brin (handled_at);

-- Messages that were set aside: DEAD ones failed, PARKED ones have the same consumer and key and
-- wait behind a dead one.
create table dead_letter (
    id            uuid        primary key,
    position      bigint      not null generated always as identity, -- order within a key
    consumer      text        not null,
    message_id    uuid        not null,
    topic         text        not null,
    partition     int         not null,
    record_offset bigint      not null,
    key           text        not null,
    type          text        not null,
    headers       text        not null,
    body          text        not null,
    error_class   text,
    error_message text,
    error_stack   text,
    at            timestamptz not null,
    state         text        not null
        check (state in ('DEAD', 'PARKED', 'REPLAYED', 'DISCARDED')),
    attempts      int         not null,
    unique (consumer, message_id)
);

create index dead_letter_blocking on dead_letter (consumer, key, position)
    where state in ('DEAD', 'PARKED');

grant select, insert, delete on inbox to ${app_role};
grant select, insert, update on dead_letter to ${app_role};
