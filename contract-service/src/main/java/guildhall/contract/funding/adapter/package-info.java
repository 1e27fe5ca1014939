/**
 * The funding process between Kafka and PostgreSQL. A message locks the contract before it reaches
 * the process, a deadline reaches the process alone: what a deadline or an operator can cause is a
 * message to payment and never a change of a contract, so the two cannot wait for each other.
 */
@NullMarked
package guildhall.contract.funding.adapter;

import org.jspecify.annotations.NullMarked;
