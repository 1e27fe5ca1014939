/**
 * What a service does differently when there is much to do. Taking batches larger is what pays: a
 * {@link guildhall.runtime.load.Breather} rests after a batch while many messages arrive, so that
 * the next batch is larger and what a batch costs by itself is shared by more of them. While few
 * arrive nothing rests, so nobody waits longer than the work takes.
 */
@NullMarked
package guildhall.runtime.load;

import org.jspecify.annotations.NullMarked;
