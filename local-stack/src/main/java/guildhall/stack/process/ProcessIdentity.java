package guildhall.stack.process;

import java.util.Optional;

/**
 * One particular process. Process ids are reused, after a reboot at the latest, so the time of
 * birth belongs to the identity.
 *
 * @param birth on Linux start ticks and boot id, which a changed clock does not touch; elsewhere
 *     the start time in milliseconds
 */
public record ProcessIdentity(long pid, String birth) {

    /** Empty when there is no such process, or only a zombie that nobody has collected yet. */
    public static Optional<ProcessIdentity> of(long pid) {
        if (ProcFs.exists()) {
            return ProcFs.startTicks(pid)
                    .map(ticks -> new ProcessIdentity(pid, ticks + "@" + ProcFs.bootId()));
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(handle -> handle.info().startInstant())
                .map(start -> start.map(at -> Long.toString(at.toEpochMilli())).orElse("unknown"))
                .map(birth -> new ProcessIdentity(pid, birth));
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }
}
