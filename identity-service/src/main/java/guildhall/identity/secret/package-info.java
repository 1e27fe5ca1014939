/**
 * Cryptography on two configured secrets: keyed hashes of tokens, encryption of stored private keys
 * and of numbers of documents, random tokens, and answers whose time does not tell what happened.
 * Every purpose has a key of its own, derived from a secret, so that what is made for one purpose
 * is worthless for another.
 *
 * <p>Whoever reads the database alone learns no token, no key and no number. Changing the secret of
 * tokens logs everybody out and lets the service make new signing keys; nothing else is lost. That
 * of documents is apart because it cannot be changed: what it sealed could not be read any more.
 */
@NullMarked
package guildhall.identity.secret;

import org.jspecify.annotations.NullMarked;
