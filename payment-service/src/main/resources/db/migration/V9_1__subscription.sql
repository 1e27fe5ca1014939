create table subscription (
    subscription_id uuid primary key,
    status          text not null
        check (status in ('TRIALING', 'ACTIVE', 'PAST_DUE', 'CANCELLED', 'EXPIRED')),
    subscriber      text not null,
    subscriber_user uuid not null,
    plan            jsonb not null, -- the version that counts, as it was when its period began
    next_plan       text,
    anchor          timestamptz not null,
    period_start    timestamptz,
    period_end      timestamptz,
    failures        int,
    wake_at         timestamptz, -- end of the trial or of the benefits, or the next try
    expired_at      timestamptz,
    check ((period_start is null) = (period_end is null) and period_end > period_start),
    check ((period_start is not null) = (status in ('ACTIVE', 'PAST_DUE'))),
    check ((failures is not null) = (status = 'PAST_DUE') and failures > 0),
    check ((wake_at is null) = (status in ('ACTIVE', 'EXPIRED'))),
    check ((expired_at is not null) = (status = 'EXPIRED'))
) with (fillfactor = 80);
create unique index one_subscription_at_a_time on subscription (subscriber)
    where status <> 'EXPIRED';
create index subscription_of_party on subscription (subscriber, subscription_id desc);

grant select, insert on subscription to ${app_role};
grant update (status, plan, next_plan, anchor, period_start, period_end, failures, wake_at,
    expired_at) on subscription to ${app_role};
