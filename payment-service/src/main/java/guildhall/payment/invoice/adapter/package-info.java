/** Invoices over HTTP, as PDF and in PostgreSQL, and what makes them: releases and due dates. */
@NullMarked
package guildhall.payment.invoice.adapter;

import org.jspecify.annotations.NullMarked;
