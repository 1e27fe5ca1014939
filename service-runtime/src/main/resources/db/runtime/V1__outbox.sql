-- Messages of committed transactions. The relay reads them from the write-ahead log; the table
-- itself is kept for a while so that they can be published again. Append-only for the application.
create table outbox (
    id         uuid        not null,
    topic      text        not null,
    key        text        not null,
    type       text        not null,
    headers    text        not null, -- JSON object, all Kafka headers
    body       text        not null, -- JSON, byte for byte what is published
    written_at timestamptz not null default clock_timestamp()
) partition by range (written_at);

create index outbox_written_at on outbox (written_at);

-- Takes what no daily partition covers, so that an insert never fails for want of one.
create table outbox_rest partition of outbox default;

-- Up to where the relay has published. Later rows are waiting; see the metric outbox age.
create table outbox_progress (
    only_row        boolean     primary key default true check (only_row),
    published_until timestamptz not null,
    -- Set while a lost replication slot is being replaced: rows since then are published again.
    owed_since      timestamptz
);
insert into outbox_progress (published_until) values (now());

create publication outbox for table outbox
    with (publish = 'insert', publish_via_partition_root = true);

-- Creates the partitions of the coming days (UTC) and drops those beyond retention. Runs with the
-- rights of the migrator, because the application may not define or drop tables. Instances that
-- call it at the same time do not wait for each other.
create function outbox_maintain(days_ahead int, retention interval) returns void
    language plpgsql
    security definer
    set search_path = "${flyway:defaultSchema}", pg_temp
    set lock_timeout = '2s'
as $$
declare
    today     date := (now() at time zone 'UTC')::date;
    day       date;
    partition text;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('outbox_maintain', 0)) then
        return;
    end if;
    for day in select today + n from generate_series(0, days_ahead) as n loop
        partition := 'outbox_' || to_char(day, 'YYYYMMDD');
        continue when to_regclass(partition) is not null;
        execute format('create table %I (like outbox including defaults)', partition);
        -- Rows that came before their partition move into it.
        execute format(
            'with moved as (delete from outbox_rest where written_at >= %L and written_at < %L'
                || ' returning *) insert into %I select * from moved',
            day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC', partition);
        execute format(
            'alter table outbox attach partition %I for values from (%L) to (%L)',
            partition,
            day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
    end loop;
    for partition in
        select child.relname
        from pg_inherits
        join pg_class child on child.oid = inhrelid
        where inhparent = 'outbox'::regclass
          and child.relname ~ '^outbox_\d{8}$'
          and to_date(right(child.relname, 8), 'YYYYMMDD') + 1 < today - retention
    loop
        execute format('drop table %I', partition);
    end loop;
    delete from outbox_rest where written_at < now() - retention;
end
$$;

revoke all on function outbox_maintain(int, interval) from public;
grant execute on function outbox_maintain(int, interval) to ${app_role};
grant select, insert on outbox to ${app_role};
grant select, update on outbox_progress to ${app_role};
grant select on outbox to ${relay_role};

select outbox_maintain(3, interval '7 days');
