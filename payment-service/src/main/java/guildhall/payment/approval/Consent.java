package guildhall.payment.approval;

/** Whether the staff agrees now. */
public sealed interface Consent {
    /** It takes effect. */
    record Full(Approvals approvals) implements Consent {}

    /** It is written down, and somebody else has to agree. */
    record Partial(Approvals approvals) implements Consent {}

    /** They have approved already: somebody else has to. */
    record SamePerson() implements Consent {}
}
