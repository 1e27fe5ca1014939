-- Large payouts and refunds go when two of the staff have approved. The first approval is kept
-- beside the last one; who approved last, or said no, is where it was before there were two.
alter table payout
    add column first_approver    uuid,
    add column first_reason      text,
    add column first_approved_at timestamptz,
    add column review_reason     text, -- null when it was decided before reasons were kept here
    drop constraint payout_review_check,
    add constraint payout_review_check
        check (review in ('NOT_NEEDED', 'AWAITED', 'APPROVED', 'DECLINED')),
    drop constraint payout_check1,
    add constraint reviews_have_reviewers
        check ((reviewed_by is not null) = (review in ('APPROVED', 'DECLINED'))),
    add constraint nobody_approves_twice
        check (review = 'DECLINED' or first_approver is distinct from reviewed_by
            or reviewed_by is null),
    add constraint nobody_reviews_their_own
        check (first_approver is distinct from owner_user and reviewed_by is distinct from owner_user),
    add constraint first_approval_is_whole
        check ((first_approver is null) = (first_reason is null)
            and (first_approver is null) = (first_approved_at is null));
grant update (first_approver, first_reason, first_approved_at, review_reason)
    on payout to ${app_role};

alter table card_refund
    add column first_approver    uuid,
    add column first_reason      text,
    add column first_approved_at timestamptz,
    add column decision          text, -- why it was approved; null as above, and when by itself
    add constraint nobody_approves_twice
        check (status = 'REJECTED' or first_approver is distinct from decided_by
            or decided_by is null),
    add constraint nobody_approves_their_own check (first_approver is distinct from owner_user),
    add constraint first_approval_is_whole
        check ((first_approver is null) = (first_reason is null)
            and (first_approver is null) = (first_approved_at is null));
grant update (first_approver, first_reason, first_approved_at, decision)
    on card_refund to ${app_role};

-- What was decided before: the audit knows why.
update payout set review_reason = audit.reason
from operator_audit audit
where payout.review = 'APPROVED' and audit.act = 'payout.approve'
    and audit.target = payout.payout_id::text;
update card_refund set decision = audit.reason
from operator_audit audit
where card_refund.decided_by is not null and audit.act = 'refund.approve'
    and audit.target = card_refund.refund_id::text;

-- Payouts that were paid and came back.
alter table payout
    add column returned_at timestamptz,
    drop constraint payout_status_check,
    add constraint payout_status_check check (status in ('PENDING', 'PROCESSING', 'COMPLETED',
        'RETURNED', 'FAILED', 'CANCELLED')),
    drop constraint payout_check4,
    add constraint paid_payouts_have_references
        check (status not in ('COMPLETED', 'RETURNED') or provider_ref is not null),
    drop constraint payout_check5,
    add constraint failures_have_reasons
        check ((failure is not null) = (status in ('FAILED', 'RETURNED'))),
    drop constraint payout_check6,
    add constraint ends_have_times check ((decided_at is not null)
        = (status in ('COMPLETED', 'RETURNED', 'FAILED', 'CANCELLED'))),
    add constraint returns_have_times check ((returned_at is not null) = (status = 'RETURNED'));
grant update (returned_at) on payout to ${app_role};

-- When the sandbox provider gives back what it has paid; null when it does not.
alter table sandbox_payout add column returned_at timestamptz;
