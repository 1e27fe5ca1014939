-- Credits whose payment a bank took back.
alter table credit_movement
    drop constraint only_reserved_units_are_used,
    add constraint only_reserved_units_are_used check (case kind
        when 'PURCHASE' then available > 0 and reserved = 0
        when 'BONUS' then available > 0 and reserved = 0
        when 'RESERVATION' then available < 0 and reserved = -available
        when 'REFUND' then available > 0 and reserved = -available
        when 'USAGE' then available = 0 and reserved < 0
        when 'EXPIRY' then available < 0 and reserved = 0
        when 'REVOCATION' then available < 0 and reserved = 0
        else false end);

-- What of a chargeback was covered by what had been bought and was not used up.
alter table chargeback
    add column revoked bigint not null default 0 check (revoked >= 0),
    add constraint parts_fit_the_amount check (owed + revoked <= amount);
