-- Ways to pay that a party has left with the provider. Of a card only what people know it by.
create table payment_method (
    method_id    uuid primary key,
    owner        text not null,
    provider     text not null,
    -- PENDING until the owner has given the provider what it wants.
    status       text not null default 'PENDING' check (status in ('PENDING', 'READY', 'REMOVED')),
    begun_at     timestamptz not null,
    token        text, -- the provider's name for it
    brand        text,
    last_four    text check (last_four ~ '^[0-9]{4}$'),
    expires      text check (expires ~ '^[0-9]{4}-[0-9]{2}$'),
    removed_at   timestamptz,
    forgotten_at timestamptz, -- by the provider as well
    unique (provider, token),
    check ((status = 'PENDING') = (token is null)),
    check ((status = 'REMOVED') = (removed_at is not null))
);
create index payment_method_of_owner on payment_method (owner, method_id) where status = 'READY';
create index payment_method_to_forget on payment_method (removed_at)
    where status = 'REMOVED' and forgotten_at is null;

-- With what a top-up is paid; the owner pays in the browser when it is not here.
create table payment_method_choice (
    intent_id uuid primary key,
    method_id uuid not null references payment_method
);

grant select, insert on payment_method, payment_method_choice to ${app_role};
grant update (status, token, brand, last_four, expires, removed_at, forgotten_at) on payment_method
    to ${app_role};
