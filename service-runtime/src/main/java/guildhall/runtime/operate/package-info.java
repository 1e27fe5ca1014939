/**
 * What operators do in every service: look at processes and dead letters, and repair them. Staff
 * only, always with a reason, and every act is written to an append-only audit. Lists and details
 * show no content of a message: reading that is an act too, for those who may replay. The same
 * endpoints exist under {@code /v1/operations/<service>} of each service.
 */
@NullMarked
package guildhall.runtime.operate;

import org.jspecify.annotations.NullMarked;
