/** Alarms in PostgreSQL, so that all instances together report each of them once. */
@NullMarked
package guildhall.payment.alarm.adapter;

import org.jspecify.annotations.NullMarked;
