/**
 * Waking up later, once, also when the machine was down at that time. Backed by db-scheduler in the
 * database of the service, so a timer is part of the transaction that sets it.
 */
@NullMarked
package guildhall.runtime.timer;

import org.jspecify.annotations.NullMarked;
