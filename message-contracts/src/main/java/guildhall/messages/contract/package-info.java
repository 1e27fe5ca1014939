/** What contract-service says: contracts, milestones and teams. */
@NullMarked
package guildhall.messages.contract;

import org.jspecify.annotations.NullMarked;
