/**
 * The story of a first paid job, told over HTTP through the gateway like any client would: from
 * registration to reviews, with the live connections, the mails, the events that a partner sees and
 * the books at the end. It fails when anything is off, and it can be told again and again on the
 * same data. With {@code --chaos}, contract-service and payment-service are killed in the middle;
 * with {@code --outage}, review-service is away until the work is paid.
 */
@NullMarked
package guildhall.demo;

import org.jspecify.annotations.NullMarked;
