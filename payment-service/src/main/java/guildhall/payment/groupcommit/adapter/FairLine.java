package guildhall.payment.groupcommit.adapter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/**
 * A bounded line in which callers take turns. What one caller brings keeps its order. Belongs to
 * one thread at a time.
 */
final class FairLine<T> {
    private final int capacity;
    private final int capacityPerCaller;
    private final Function<T, String> subject;
    private final Map<String, Queue<T>> waiting = new LinkedHashMap<>();
    private int size;

    FairLine(int capacity, int capacityPerCaller, Function<T, String> subject) {
        this.capacity = capacity;
        this.capacityPerCaller = capacityPerCaller;
        this.subject = subject;
    }

    /** False when there is no room, at all or for this caller. */
    boolean offer(String caller, T item) {
        var queue = waiting.get(caller);
        if (size == capacity || (queue != null && queue.size() == capacityPerCaller)) {
            return false;
        }
        waiting.computeIfAbsent(caller, _ -> new ArrayDeque<>()).add(item);
        size++;
        return true;
    }

    /**
     * The next ones, one of each caller in turn, each subject once: a caller whose next item has a
     * subject that is already among them waits for the next time.
     */
    List<T> take(int most) {
        var taken = new ArrayList<T>();
        var subjects = new HashSet<String>();
        int before = -1;
        while (taken.size() < most && taken.size() > before) {
            before = taken.size();
            takeOneOfEach(most, taken, subjects);
        }
        waiting.values().removeIf(Queue::isEmpty);
        size -= taken.size();
        return taken;
    }

    private void takeOneOfEach(int most, List<T> taken, Set<String> subjects) {
        for (Iterator<Queue<T>> turns = waiting.values().iterator();
                turns.hasNext() && taken.size() < most; ) {
            var queue = turns.next();
            var next = queue.peek();
            if (next != null && subjects.add(subject.apply(next))) {
                taken.add(queue.remove());
            }
        }
    }

    int size() {
        return size;
    }
}
