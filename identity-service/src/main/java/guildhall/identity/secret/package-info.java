/**
 * Cryptography on one configured secret: keyed hashes of tokens, encryption of stored private keys,
 * random tokens, and answers whose time does not tell what happened. Every purpose has a key of its
 * own, derived from the secret, so that what is made for one purpose is worthless for another.
 *
 * <p>Whoever reads the database alone learns no token and no key. Changing the secret logs
 * everybody out and lets the service make new signing keys; nothing else is lost.
 */
@NullMarked
package guildhall.identity.secret;

import org.jspecify.annotations.NullMarked;
