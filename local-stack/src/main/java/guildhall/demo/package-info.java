/**
 * The story of a first paid job, told over HTTP through the gateway like any client would: from
 * registration to reviews, with the live connections, the mails and the events that a partner sees;
 * then that of the money: previewed fees, a milestone paid in parts, a team, a tip, a payout that
 * fails and one that does not, papers, reconciliation by two persons, and the books at the end. It
 * fails when anything is off, and it can be told again and again on the same data. With {@code
 * --chaos}, contract-service and payment-service are killed in the middle; with {@code --outage},
 * review-service is away until the work is paid.
 */
@NullMarked
package guildhall.demo;

import org.jspecify.annotations.NullMarked;
