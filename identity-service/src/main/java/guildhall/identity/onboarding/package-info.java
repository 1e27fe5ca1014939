/**
 * From a proved address to a profile. A plain feature: two documents of two collections, and what
 * makes them agree.
 *
 * <p>The profile is made when the address is verified, not before, so that unproved claims neither
 * occupy names nor open wallets. Its id is derived from the user's, so making it twice makes one.
 * It is made within the request that verifies, so that it is there when the user signs in, and
 * again from {@code EmailVerifiedV1}, which is stored with the verification: a crash between the
 * two documents only delays the second. Subscribes as {@code identity.onboarding}.
 */
@NullMarked
package guildhall.identity.onboarding;

import org.jspecify.annotations.NullMarked;
