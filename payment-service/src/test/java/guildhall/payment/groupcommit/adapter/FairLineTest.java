package guildhall.payment.groupcommit.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairLineTest {
    private final FairLine<String> line = new FairLine<>(8, 5, item -> item);

    @Test
    void servesCallersInTurnAndEachInOrder() {
        offer("greedy", "g1", "g2", "g3", "g4");
        offer("modest", "m1");
        offer("other", "o1", "o2");

        assertThat(line.take(4)).containsExactly("g1", "m1", "o1", "g2");
        assertThat(line.take(4)).containsExactly("g3", "o2", "g4");
        assertThat(line.take(4)).isEmpty();
        assertThat(line.size()).isZero();
    }

    @Test
    void refusesBeyondTheShareOfACallerAndBeyondTheWhole() {
        offer("greedy", "1", "2", "3", "4", "5");

        assertThat(line.offer("greedy", "6")).isFalse();
        offer("a", "a1");
        offer("b", "b1");
        offer("c", "c1");
        assertThat(line.offer("d", "d1")).isFalse();

        line.take(1);
        assertThat(line.offer("d", "d1")).isTrue();
        assertThat(line.size()).isEqualTo(8);
    }

    @Test
    void takesASubjectOnceAndKeepsWhatFollowsIt() {
        offer("a", "same", "after");
        offer("b", "same");

        assertThat(line.take(8)).containsExactly("same", "after");
        assertThat(line.take(8)).containsExactly("same");
    }

    private void offer(String caller, String... items) {
        assertThat(List.of(items)).allMatch(item -> line.offer(caller, item));
    }

    @Test
    void losesAndDoublesNothing() {
        var big = new FairLine<Integer>(1_000, 1_000, item -> "subject " + item % 7);
        IntStream.range(0, 500).forEach(i -> big.offer("caller " + i % 3, i));

        var taken = new java.util.ArrayList<Integer>();
        while (big.size() > 0) {
            var group = big.take(16);
            assertThat(group).isNotEmpty().extracting(i -> i % 7).doesNotHaveDuplicates();
            taken.addAll(group);
        }

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 500).boxed().toList());
    }
}
