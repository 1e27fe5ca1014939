/**
 * Process manager: from approved work to paid talent (processes C2, approve and release, and C3,
 * approval by time when the client stays silent). Its business key is the milestone. Every part
 * that the client pays before the approval is a process of its own, whose key is its release.
 *
 * <p>States, with what each waits for and until when:
 *
 * <pre>
 * NotApproved
 * Releasing    payment's answer; the same command is sent again after 30 s, 1 min, 2 min … five
 *              times, also when payment refused for a technical reason
 * Frozen       the end of a dispute over the money; asked again every hour
 * Stuck        STUCK: an operator, while the same command is sent again every hour
 * Released     ended
 * </pre>
 *
 * <p>Invariants: an approval is stored with the id of its one release in the transaction that also
 * sends the command, and every repetition names that id, so that it pays at most once; an approval
 * is never lost: no signal, late, repeated or by an operator, leads from an approval back to
 * anything but paid (an operator can repeat, but neither skip nor undo); a milestone is PAID only
 * because payment said so.
 *
 * <p>Times are the configured {@link guildhall.contract.release.ReleasePolicy}. Sends {@code
 * payment.commands}, listens to {@code payment.escrow.events}.
 */
@NullMarked
package guildhall.contract.release;

import org.jspecify.annotations.NullMarked;
