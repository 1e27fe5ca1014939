/**
 * What operators do in every service: look at processes and dead letters, and repair them. Staff
 * only, always with a reason, and every act is written to an append-only audit. The same endpoints
 * exist under {@code /v1/operations/<service>} of each service.
 */
@NullMarked
package guildhall.runtime.operate;

import org.jspecify.annotations.NullMarked;
