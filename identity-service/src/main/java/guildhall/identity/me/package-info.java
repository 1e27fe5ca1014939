/**
 * The signed-in user's own view: who they are, how to address them, for whom they act. A plain
 * feature over the others.
 *
 * <p>Choosing another party gives a new access token and leaves the refresh token alone: whoever
 * holds an access token, good for minutes, must not be able to trade it for one that is good for
 * weeks.
 */
@NullMarked
package guildhall.identity.me;

import org.jspecify.annotations.NullMarked;
