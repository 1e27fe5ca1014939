/** What payment-service obeys and says: escrow, wallets, payments. */
@NullMarked
package guildhall.messages.payment;

import org.jspecify.annotations.NullMarked;
