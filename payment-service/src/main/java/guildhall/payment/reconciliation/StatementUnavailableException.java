package guildhall.payment.reconciliation;

/** The provider did not answer when it was asked for a statement. */
public final class StatementUnavailableException extends RuntimeException {
    public StatementUnavailableException(String message) {
        super(message);
    }
}
