/** The sandbox provider at work: its records, and the courier that delivers its webhooks. */
@NullMarked
package guildhall.payment.sandbox.adapter;

import org.jspecify.annotations.NullMarked;
