/**
 * Statements, matches, differences and periods in PostgreSQL and over HTTP, and the daily round.
 */
@NullMarked
package guildhall.payment.reconciliation.adapter;

import org.jspecify.annotations.NullMarked;
