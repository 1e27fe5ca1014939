/** What messaging-service says: conversations. */
@NullMarked
package guildhall.messages.messaging;

import org.jspecify.annotations.NullMarked;
