-- A release can be invoiced again after a dispute recalled it and gave it back: the ids of the
-- invoices, which are derived from the release, see to it that it is never invoiced twice.
drop index invoice_once;
create index invoice_of_subject on invoice (subject_id) where kind = 'INVOICE';

-- What a dispute recalled does not count as earned. Members of a team have rows of their own for
-- one release.
alter table earning
    add column recalled   boolean not null default false,
    add column release_id uuid; -- null in old rows, where it is the payment
create index earning_of_release on earning (coalesce(release_id, payment_id));
grant update (recalled, recorded_at) on earning to ${app_role};
