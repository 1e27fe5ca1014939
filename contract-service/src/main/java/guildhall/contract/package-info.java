/**
 * Everything after two sides agreed: contracts, their milestones, and the processes that turn an
 * accepted proposal into paid work.
 *
 * <p>Features, each knowing only those before it: {@code activity} (the timeline), {@code
 * agreement} (the contract), {@code milestone} (one unit of work), {@code team} (who shares what is
 * earned), {@code funding} (money into escrow), {@code release} (approval to payment), {@code
 * hiring} (accepted proposal to contract), {@code cancellation} (ending early), {@code overview}
 * (what a party sees).
 *
 * <p>One rule keeps them consistent: whoever changes anything that belongs to a contract first
 * locks the row of that contract. Two requests, messages or timers about one contract therefore
 * take turns, while different contracts never wait for each other.
 */
@NullMarked
package guildhall.contract;

import org.jspecify.annotations.NullMarked;
