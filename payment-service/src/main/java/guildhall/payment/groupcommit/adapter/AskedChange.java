package guildhall.payment.groupcommit.adapter;

import guildhall.payment.groupcommit.BookChange;
import guildhall.runtime.message.Cause;
import io.micrometer.observation.Observation;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A change and who asked for it, so that what it publishes and logs belongs to that request. */
record AskedChange(BookChange<?> change, Optional<Cause> cause, @Nullable Observation observation) {

    <T> T inContext(Supplier<T> work) {
        Supplier<T> caused = () -> cause.isPresent() ? cause.get().call(work) : work.get();
        return observation == null ? caused.get() : observation.scoped(caused);
    }
}
