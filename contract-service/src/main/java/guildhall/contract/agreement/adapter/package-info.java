/** Contracts in PostgreSQL, their messages and their lines in the timeline. */
@NullMarked
package guildhall.contract.agreement.adapter;

import org.jspecify.annotations.NullMarked;
