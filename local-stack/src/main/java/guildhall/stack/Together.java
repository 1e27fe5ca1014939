package guildhall.stack;

import static java.util.Objects.requireNonNull;

import guildhall.stack.component.ComponentFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The same thing for several components at the same time. */
final class Together {

    /** Something that may have to wait. */
    @FunctionalInterface
    interface Action {
        void accept(String name) throws InterruptedException;
    }

    /** All are tried, whatever happens to the others; the failures come together at the end. */
    static void run(Collection<String> names, Action action) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Future<?>>();
            for (var name : names) {
                tasks.add(
                        threads.submit(() -> {
                            action.accept(name);
                            return name;
                        }));
            }
            var failures = new ArrayList<String>();
            for (var task : tasks) {
                try {
                    task.get();
                } catch (ExecutionException e) {
                    failures.add(String.valueOf(requireNonNull(e.getCause()).getMessage()));
                }
            }
            if (!failures.isEmpty()) {
                throw new ComponentFailure(String.join(System.lineSeparator(), failures));
            }
        }
    }

    static <R> List<R> map(List<String> names, Function<String, R> question)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = names.stream().map(name -> threads.submit(() -> question.apply(name)));
            var answers = new ArrayList<R>();
            for (var task : tasks.toList()) {
                answers.add(task.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Together() {}
}
