/**
 * Seeing what a service does: one correlation id from the first HTTP request to the last event, in
 * every log line and every message; metrics that carry the name of the service.
 */
@NullMarked
package guildhall.runtime.observe;

import org.jspecify.annotations.NullMarked;
