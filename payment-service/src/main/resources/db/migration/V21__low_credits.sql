-- Owners are told once when their credits run low.
alter table credit_account add column is_low boolean not null default false;
grant update (is_low) on credit_account to ${app_role};

create index credit_reservation_of_owner on credit_reservation (owner, reserved_at desc)
    where units > released;
