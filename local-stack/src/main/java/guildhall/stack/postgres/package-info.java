/**
 * A real PostgreSQL as a process of its own, from the binaries in a Maven artifact. Commits are
 * durable (the artifact's defaults are not), logical decoding is on for the outbox relays, and
 * databases and roles come from {@code deploy/postgres/roles.sql}.
 */
@NullMarked
package guildhall.stack.postgres;

import org.jspecify.annotations.NullMarked;
