package guildhall.payment.asset;

import guildhall.messages.id.LicenceId;

/** All sales. */
public interface Sales {
    /** Locks the sale until the end of the transaction; nothing is locked when it is absent. */
    Sale lock(LicenceId licence);

    void write(Sale before, Sale.Known after);
}
