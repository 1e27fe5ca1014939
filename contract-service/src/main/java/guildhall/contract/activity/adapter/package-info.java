/** The timeline in PostgreSQL. */
@NullMarked
package guildhall.contract.activity.adapter;

import org.jspecify.annotations.NullMarked;
