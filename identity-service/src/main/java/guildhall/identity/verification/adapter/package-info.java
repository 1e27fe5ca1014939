/**
 * Verifications over HTTP, in MongoDB (collection {@code verifications}) and on Kafka. Every
 * instance lets expire what is over: a document that two of them change at once is changed once.
 */
@NullMarked
package guildhall.identity.verification.adapter;

import org.jspecify.annotations.NullMarked;
