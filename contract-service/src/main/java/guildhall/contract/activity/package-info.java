/**
 * The timeline of a contract: who did what and when, what it was before and after.
 *
 * <p>Invariants: append only (the application may insert and select, the database refuses the
 * rest); an entry is written in the transaction of the change that it tells of, so the timeline can
 * neither miss a fact nor tell one that was rolled back; only the parties of the contract read it.
 *
 * <p>Plain on purpose: a record, a port and a list. It knows no other feature; each feature says
 * for itself what its facts look like in a timeline.
 */
@NullMarked
package guildhall.contract.activity;

import org.jspecify.annotations.NullMarked;
