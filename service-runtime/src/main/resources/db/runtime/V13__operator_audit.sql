-- What operators did, and why. Append-only for the application.
create table operator_audit (
    id             uuid        primary key,
    at             timestamptz not null,
    operator_id    uuid        not null,
    roles          text        not null,
    act            text        not null,
    target         text        not null,
    reason         text        not null,
    correlation_id text        not null
);

grant select, insert on operator_audit to ${app_role};
