-- A payment may wait for its payer, and be cancelled before anything is charged.
alter table payment_intent
    add column cancelled_by text check (cancelled_by in ('PAYER', 'TIME_OUT', 'PROVIDER')),
    drop constraint payment_intent_status_check,
    drop constraint payment_intent_check,
    drop constraint payment_intent_check2,
    add constraint payment_intent_status_check check (status in ('CREATED', 'REQUIRES_ACTION',
        'PROCESSING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    add constraint known_to_the_provider check (
        status not in ('REQUIRES_ACTION', 'PROCESSING', 'SUCCEEDED') or provider_ref is not null),
    add constraint decided_when_it_ends check (
        (decided_at is not null) = (status in ('SUCCEEDED', 'FAILED', 'CANCELLED'))),
    add constraint cancelled_by_somebody check (
        (cancelled_by is not null) = (status = 'CANCELLED'));
grant update (cancelled_by) on payment_intent to ${app_role};

-- The sandbox provider asks some payers to prove who they are.
alter table sandbox_charge
    add column payer_answer text check (payer_answer in ('PROVES', 'REFUSES', 'IS_GONE')),
    add column payer_answers_at timestamptz,
    add column cancelled_by text,
    add check ((payer_answer is null) = (payer_answers_at is null));
grant update (cancelled_by) on sandbox_charge to ${app_role};
