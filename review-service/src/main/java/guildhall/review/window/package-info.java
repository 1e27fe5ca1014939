/**
 * Review windows: how both sides of a completed contract review each other without seeing what the
 * other wrote (process C15, double-blind publication).
 *
 * <p>A window opens with the completion of a contract and ends after fourteen days. Each side
 * writes one review and may rewrite it until it is out. When both are in, or at the end, everything
 * that was written is published at the same moment; nobody can wait for the other's words first.
 *
 * <ul>
 *   <li>Only the two parties of the contract review, once each, each other.
 *   <li>Talents and clients are rated by criteria of their own.
 * </ul>
 *
 * Publishes {@code review.review.events} and {@code public.review}; listens to {@code
 * contract.contract.events}.
 */
@NullMarked
package guildhall.review.window;

import org.jspecify.annotations.NullMarked;
