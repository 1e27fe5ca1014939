/** Tiers in the table {@code party_tier}, from the events of identity-service. */
@NullMarked
package guildhall.payment.verification.adapter;

import org.jspecify.annotations.NullMarked;
