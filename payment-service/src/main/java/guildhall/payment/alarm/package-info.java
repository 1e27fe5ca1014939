/**
 * Says that the books are wrong, loudly and once. The ledger's audit and the hash chain report what
 * they find; whoever runs the platform hears it as {@code payment.ledger-imbalance-detected.v1} on
 * {@code payment.ledger.events} and as an error in the log, when a check begins to fail, when its
 * difference changes, and once in a while as long as it lasts, however many instances look.
 */
@NullMarked
package guildhall.payment.alarm;

import org.jspecify.annotations.NullMarked;
