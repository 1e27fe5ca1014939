/** The setting of the rule. */
@NullMarked
package guildhall.payment.approval.adapter;

import org.jspecify.annotations.NullMarked;
