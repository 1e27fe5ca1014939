/** What partner systems may subscribe to: projections without personal data and internal fields. */
@NullMarked
package guildhall.messages.open;

import org.jspecify.annotations.NullMarked;
