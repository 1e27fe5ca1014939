-- The whole chart of accounts.
alter table account
    drop constraint known_code,
    drop constraint customers_money_is_never_negative,
    add constraint known_code check (code in ('CASH_CLEARING', 'AVAILABLE', 'PENDING', 'ESCROW',
        'DISPUTE_HOLD', 'BUYER_FEE_DEFERRED', 'PAYOUT_TRANSIT', 'CREDIT_DEFERRED', 'FEE_REVENUE',
        'PROMO_EXPENSE', 'RECEIVABLE', 'PROCESSOR_FEES', 'SUSPENSE')),
    add constraint customers_money_is_never_negative
        check (balance >= 0 or code not in ('AVAILABLE', 'PENDING', 'ESCROW', 'DISPUTE_HOLD',
            'BUYER_FEE_DEFERRED'));
