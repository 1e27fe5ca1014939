/**
 * Long-running business processes. A process manager is a pure function from state and signal to
 * the next state and effects ({@link guildhall.runtime.decide.Reaction}); this package stores it,
 * feeds it messages, deadlines and operator acts, and runs its effects, all in one transaction.
 *
 * <p>A state says whether it is RUNNING, STUCK or ENDED and until when it waits. When the deadline
 * passes, the process gets its deadline signal. A STUCK process is visible, alerting and repairable
 * by an operator: retry, skip or compensate are ordinary signals of its own.
 */
@NullMarked
package guildhall.runtime.process;

import org.jspecify.annotations.NullMarked;
