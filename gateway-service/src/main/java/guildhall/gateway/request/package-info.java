/**
 * What every request gets: an id, the address of the client, and the headers that browsers need to
 * be safe.
 */
@NullMarked
package guildhall.gateway.request;

import org.jspecify.annotations.NullMarked;
