/** Who can own money and contracts. */
@NullMarked
package guildhall.messages.party;

import org.jspecify.annotations.NullMarked;
