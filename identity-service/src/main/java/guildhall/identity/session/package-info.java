/**
 * Logins: access tokens, refresh tokens with rotation, the list of devices, revocation.
 *
 * <p>One login is one session, and one session is one family of refresh tokens. MongoDB is the
 * record of truth, because a family must not lose what it acknowledged: Redis replicates and syncs
 * asynchronously, and a rotation or revocation that it forgets would bring a stolen token back to
 * life. Redis carries what has to be known everywhere at once and may be lost: the ids of revoked
 * sessions, for as long as an access token lives. When Redis loses everything, revoked access
 * tokens live on for at most those minutes, and nobody has to log in again.
 *
 * <p>Refresh tokens form a chain: the token of generation <i>n</i> is a keyed hash of the session's
 * id, its random seed and <i>n</i>. So nothing is stored from which a token can be computed without
 * the secret of the service, every old token of the family can be told from a forged one however
 * old it is, and the successor of a token can be handed out again. Rules:
 *
 * <ul>
 *   <li>Each refresh moves the session to the next generation, in one compare-and-set write.
 *   <li>The token just replaced gives the same successor for a short grace, because an answer may
 *       be lost on the way to an honest client. Two clients of one token thereby get the same next
 *       token; one line goes on, and the first to use an older token is noticed.
 *   <li>Any other old token means that two parties hold the family: it is revoked, for both.
 * </ul>
 *
 * <p>A user has at most 20 sessions. A login begins its session first and then ends the oldest that
 * are too many, so that of several at once the last one sees all.
 *
 * <p>A revocation is a {@code SessionRevokedV1} event in the outbox of the document that decided it
 * (the session, or the user for a new password, a suspension). Ending the session and telling Redis
 * follow at once from the request, and again from the event, so that a crash in between only delays
 * them. Publishes {@code identity.user.events}; subscribes to it as {@code
 * identity.session-revocations}.
 */
@NullMarked
package guildhall.identity.session;

import org.jspecify.annotations.NullMarked;
