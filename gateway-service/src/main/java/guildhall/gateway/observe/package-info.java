/**
 * What operators see of requests: every one is counted and timed, a share of them is traced.
 *
 * <p>A trace costs more than all that the gateway does itself, so whether there will be one is
 * decided before it begins, and no span is made for the others. They carry a {@code traceparent}
 * that says "not sampled", so that the services behind neither begin traces of their own nor lose
 * the id that joins their log lines. A caller that brings a {@code traceparent} has decided
 * already.
 *
 * <p>Metrics and health are on a port of their own, which clients cannot reach: the routes,
 * refusals and limits that the metrics tell of are nobody's business outside, whoever has logged
 * in.
 */
@NullMarked
package guildhall.gateway.observe;

import org.jspecify.annotations.NullMarked;
