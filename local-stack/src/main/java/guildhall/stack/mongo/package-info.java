/**
 * The MongoDB protocol for identity, messaging and notification: a {@code mongod} on the PATH when
 * there is one, otherwise a server written in Java that keeps its data in one file.
 */
@NullMarked
package guildhall.stack.mongo;

import org.jspecify.annotations.NullMarked;
