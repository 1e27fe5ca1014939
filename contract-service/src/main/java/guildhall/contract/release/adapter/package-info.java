/**
 * The release process between Kafka and PostgreSQL. As with funding, a message locks the contract
 * before it reaches the process, and a deadline causes nothing but a message to payment.
 */
@NullMarked
package guildhall.contract.release.adapter;

import org.jspecify.annotations.NullMarked;
