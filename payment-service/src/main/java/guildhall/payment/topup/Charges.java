package guildhall.payment.topup;

/** Has the provider charge what was asked for. */
public interface Charges {
    /**
     * To be called after the request was committed. When it is not known whether the provider heard
     * of it, the check that is scheduled finds out.
     */
    void submit(TopUp topUp);
}
