package guildhall.stack.component;

import guildhall.stack.process.Launch;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.process.StopSignal;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** One process of the local stack. */
public interface Component {
    String name();

    /** Names of the components that must be ready first. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Settings under {@code port.} that this component listens on, the main one first. */
    List<String> ports();

    /** Where people and programs find it, for the screen. */
    String address();

    /**
     * Processes of this component that run although nobody remembers having started them: the
     * program was killed between starting one and writing that down.
     */
    List<ProcessIdentity> strays();

    /** Removes what a killed predecessor left behind; nothing of the component runs now. */
    default void clearRemains() throws IOException, InterruptedException {}

    /** Everything the launch relies on: unpacked programs, an initialised data folder. */
    default void prepare() throws IOException, InterruptedException {}

    /** The command; computing it changes nothing. */
    Launch launch() throws IOException;

    /** One attempt to find out whether it serves. */
    boolean isReady();

    /** Brings checked-in definitions (roles, topics) into it; repeating this changes nothing. */
    default void define() throws IOException, InterruptedException {}

    default StopSignal stopSignal() {
        return StopSignal.TERMINATE;
    }
}
