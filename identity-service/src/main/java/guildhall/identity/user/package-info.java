/**
 * Accounts: registering, proving an address, passwords, lockout, the standing of a user.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>One account per verified address, without regard to case. Before it is verified, an address
 *       may be claimed several times: every claim is an account of its own with its own password,
 *       and the mailed token activates the claim that it was mailed for. Nobody can lay a password
 *       in wait at an address that is not theirs.
 *   <li>Only {@code Active} accounts hold sessions. Whatever ends that, and every new password,
 *       revokes all open sessions in the same write.
 *   <li>Five wrong passwords close the account to guessing for half an hour. A closed account
 *       answers like a wrong password, also to the right one: else the answer would confirm the
 *       guess.
 *   <li>Tokens are mailed in the clear and kept as keyed hashes; each works once and not for long.
 * </ul>
 *
 * <p>Publishes {@code identity.user.events} and sends mail through {@code notification.commands}.
 * Erasure is decided here; the process that carries it through all services is not part of this
 * feature.
 */
@NullMarked
package guildhall.identity.user;

import org.jspecify.annotations.NullMarked;
