/** Cancelling a contract over HTTP. */
@NullMarked
package guildhall.contract.cancellation.adapter;

import org.jspecify.annotations.NullMarked;
