/** Which provider is in use. */
@NullMarked
package guildhall.payment.provider.adapter;

import org.jspecify.annotations.NullMarked;
