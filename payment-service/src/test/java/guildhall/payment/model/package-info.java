/**
 * Everything that moves money, against a model of it: random commands to the service on its real
 * database, and beside it plain sums that are written from the posting rules alone. The model
 * believes the service when it says yes, asks itself whether it could, and computes every amount
 * and every place on its own.
 */
@NullMarked
package guildhall.payment.model;

import org.jspecify.annotations.NullMarked;
