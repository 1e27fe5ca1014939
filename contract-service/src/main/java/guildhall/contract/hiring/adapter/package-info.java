/** Accepted proposals from Kafka. */
@NullMarked
package guildhall.contract.hiring.adapter;

import org.jspecify.annotations.NullMarked;
