/**
 * Typed ids. Each wraps a UUID (version 7 when minted here) and is a plain string on the wire, so
 * that two kinds of id cannot be swapped by mistake.
 */
@NullMarked
package guildhall.messages.id;

import org.jspecify.annotations.NullMarked;
