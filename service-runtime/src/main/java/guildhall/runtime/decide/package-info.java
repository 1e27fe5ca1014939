/**
 * Pure decisions. A {@link guildhall.runtime.decide.Decider} is an aggregate, a {@link
 * guildhall.runtime.decide.Reaction} is one step of a process manager. Nothing here knows a clock,
 * a database or a broker.
 */
@NullMarked
package guildhall.runtime.decide;

import org.jspecify.annotations.NullMarked;
