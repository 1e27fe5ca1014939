package guildhall.runtime.process;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The managers of this service by type. Two of the same type are a programming error. */
final class ProcessManagers {
    private final Map<String, ProcessManager<?, ?, ?>> byType;

    ProcessManagers(Collection<ProcessManager<?, ?, ?>> managers) {
        byType =
                managers.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        ProcessManager::type, Function.identity()));
    }

    Optional<ProcessManager<?, ?, ?>> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
