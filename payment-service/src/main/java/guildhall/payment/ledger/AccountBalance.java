package guildhall.payment.ledger;

/**
 * How an account stands.
 *
 * @param minorUnits credits minus debits
 * @param lineCount how many lines were ever posted to it
 */
public record AccountBalance(long minorUnits, long lineCount) {
    public static final AccountBalance UNUSED = new AccountBalance(0, 0);

    /**
     * @throws ArithmeticException when the balance does not fit a long
     */
    AccountBalance changedBy(long change) {
        return new AccountBalance(Math.addExact(minorUnits, change), lineCount + 1);
    }
}
