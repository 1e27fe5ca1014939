/** Commands and answers about sales of assets, and their rows in PostgreSQL. */
@NullMarked
package guildhall.payment.asset.adapter;

import org.jspecify.annotations.NullMarked;
