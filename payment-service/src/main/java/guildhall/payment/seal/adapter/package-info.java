/** Sealing and verifying in PostgreSQL, their chores, and the seals for staff. */
@NullMarked
package guildhall.payment.seal.adapter;

import org.jspecify.annotations.NullMarked;
