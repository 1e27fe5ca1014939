/** Amounts of money. */
@NullMarked
package guildhall.messages.money;

import org.jspecify.annotations.NullMarked;
