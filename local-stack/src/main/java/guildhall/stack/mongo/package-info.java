/**
 * The MongoDB protocol for identity, messaging and notification: a {@code mongod} on the PATH when
 * there is one, otherwise a server written in Java that keeps its data in one file and a log of
 * what the file does not hold yet.
 */
@NullMarked
package guildhall.stack.mongo;

import org.jspecify.annotations.NullMarked;
