/** Wallets and statements over HTTP, read from the ledger's tables. */
@NullMarked
package guildhall.payment.wallet.adapter;

import org.jspecify.annotations.NullMarked;
