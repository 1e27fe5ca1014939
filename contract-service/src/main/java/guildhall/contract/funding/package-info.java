/**
 * Process manager: gets the money of one milestone into escrow, or makes sure that nothing stays
 * behind in it (process C1, hire and fund; the money side of C5, cancel and refund). Its business
 * key is the milestone; the first milestone of a contract and every later one go through it alike.
 *
 * <p>States, with what each waits for and until when:
 *
 * <pre>
 * NotRequested
 * Requested       payment's answer; asked again after 30 s, 1 min, 2 min … five times
 * Unanswered      STUCK: asked again every hour, until payment answers, an operator acts,
 *                 or the time to fund is over
 * Refused         the client, who may top up and ask again (next attempt, same escrow);
 *                 until the time to fund is over (48 h)
 * Closing         payment's confirmation that the escrow is closed; asked again like Requested
 * CloseUnanswered STUCK: asked again every hour
 * Funded          ended; a cancellation before work begins leads to Closing
 * Closed          ended; a new request starts over with a new escrow
 * </pre>
 *
 * <p>Invariants: the ids of an escrow and of its closing refund are minted and stored before
 * anything is sent, so every repetition names the same movement; a milestone is only ever confirmed
 * as funded because payment said so, never because somebody assumed it (an operator can repeat or
 * undo, but not skip); once closing began, an answer that the money is there changes nothing,
 * because the order to close is behind it in the same queue and takes it back.
 *
 * <p>Times are the configured {@link guildhall.contract.funding.FundingPolicy}. Sends {@code
 * payment.commands}, listens to {@code payment.escrow.events}, publishes {@code
 * contract.contract.events} (funding failed).
 */
@NullMarked
package guildhall.contract.funding;

import org.jspecify.annotations.NullMarked;
