/**
 * How large a request may be. A declared length is refused at once, an undeclared one when it grows
 * past the limit.
 */
@NullMarked
package guildhall.gateway.body;

import org.jspecify.annotations.NullMarked;
