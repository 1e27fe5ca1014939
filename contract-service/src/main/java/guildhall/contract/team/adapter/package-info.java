/** Teams over HTTP and in PostgreSQL. */
@NullMarked
package guildhall.contract.team.adapter;

import org.jspecify.annotations.NullMarked;
