package guildhall.payment.groupcommit;

/** The way to change the books outside of a Kafka command. */
public interface BookChanges {
    /**
     * Waits until the change is committed.
     *
     * @param caller who asks; each gets a fair share
     * @return what {@link BookChange#apply} returned
     * @throws BusyException when too many are waiting; nothing has happened
     */
    <T> T commit(String caller, BookChange<T> change);
}
