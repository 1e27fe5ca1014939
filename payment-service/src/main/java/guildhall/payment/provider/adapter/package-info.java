/** Which provider is in use, and what clients hear when it does not answer. */
@NullMarked
package guildhall.payment.provider.adapter;

import org.jspecify.annotations.NullMarked;
