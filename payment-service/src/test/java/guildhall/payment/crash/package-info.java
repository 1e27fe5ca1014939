/**
 * Processes that are killed in the middle of a batch. A child process does its work on the test's
 * database and dies at a given moment of a transaction, or at any; then somebody else is asked the
 * same again, as every caller does who got no answer.
 */
@NullMarked
package guildhall.payment.crash;

import org.jspecify.annotations.NullMarked;
