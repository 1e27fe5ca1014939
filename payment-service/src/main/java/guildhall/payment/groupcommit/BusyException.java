package guildhall.payment.groupcommit;

/** Too many are waiting. Nothing was done; later it may be. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException(String caller) {
        super("Too many changes are waiting, asked by " + caller);
    }
}
