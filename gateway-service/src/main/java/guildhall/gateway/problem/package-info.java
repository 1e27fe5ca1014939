/**
 * RFC 9457 problems as the gateway answers them: refused requests, unknown paths, services that are
 * away. Nothing internal gets out; the request id and the trace lead to the log.
 */
@NullMarked
package guildhall.gateway.problem;

import org.jspecify.annotations.NullMarked;
