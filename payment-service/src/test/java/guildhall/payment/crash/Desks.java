package guildhall.payment.crash;

import guildhall.payment.escrow.EscrowAnswer;
import guildhall.payment.escrow.adapter.EscrowDoor;
import guildhall.payment.tip.TipOrder;
import guildhall.payment.tip.adapter.TipDoor;
import guildhall.runtime.decide.Decision.Accepted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Does a whole task, everything at the same time, and says of each piece when it is answered. */
record Desks(EscrowDoor escrows, TipDoor tips) {

    void work(Task task, Consumer<String> answered) {
        var pieces = new ArrayList<Runnable>();
        task.tips()
                .forEach(order ->
                        pieces.add(() -> {
                            give(order);
                            answered.accept("tip " + order.id());
                        }));
        IntStream.range(0, Task.RELEASES)
                .forEach(nr ->
                        pieces.add(() -> {
                            release(task, nr);
                            answered.accept("batch " + nr);
                        }));
        Collections.shuffle(pieces);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = pieces.stream().map(threads::submit).toList();
            for (var piece : done) {
                try {
                    piece.get();
                } catch (InterruptedException | ExecutionException failed) {
                    throw new IllegalStateException("A piece of work failed", failed);
                }
            }
        }
    }

    private void give(TipOrder order) {
        if (!(tips.give(order) instanceof Accepted)) {
            throw new IllegalStateException("Not given: " + order);
        }
    }

    private void release(Task task, int nr) {
        for (var answer : escrows.handle(task.batch(nr), Task.now())) {
            if (!(answer instanceof EscrowAnswer.Released)) {
                throw new IllegalStateException("Not released: " + answer);
            }
        }
    }
}
