/**
 * Small work that every instance repeats: deleting what has expired, counting what is shown,
 * looking for what is due. A chore must be safe when all instances do it at the same time; business
 * that has to happen once at a time of its own is a timer.
 */
@NullMarked
package guildhall.runtime.chore;

import org.jspecify.annotations.NullMarked;
