/** What contract-service says: contracts and milestones. */
@NullMarked
package guildhall.messages.contract;

import org.jspecify.annotations.NullMarked;
