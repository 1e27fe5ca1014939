/** Commands and answers about rewards, and their rows in PostgreSQL. */
@NullMarked
package guildhall.payment.referral.adapter;

import org.jspecify.annotations.NullMarked;
