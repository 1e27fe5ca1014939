package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** On a counter that goes up to two. */
class SpecificationTest {
    private record Added(int number) {}

    private sealed interface Answer {
        record Yes(List<Added> events) implements Answer {}

        record Full(int count) implements Answer {}
    }

    private final Specification<Integer, Integer, Added, Answer> counter =
            Specification.of(
                    0,
                    (number, count) ->
                            count + number <= 2
                                    ? new Answer.Yes(List.of(new Added(number)))
                                    : new Answer.Full(count),
                    (count, event) -> count + event.number());

    @Test
    void decidesOnWhatTheGivenEventsLeadTo() {
        counter.given().when(2).then(new Answer.Yes(List.of(new Added(2))));
        counter.given(new Added(1)).when(2).then(new Answer.Full(1));
        counter.given(new Added(1), new Added(1)).leadsTo(2);
        assertThat(counter.given(List.of(new Added(2))).when(1).decision())
                .isEqualTo(new Answer.Full(2));
    }

    @Test
    void tellsHistoryAndCommandWhenTheDecisionDiffers() {
        var when = counter.given(new Added(1)).when(2);

        assertThatThrownBy(() -> when.then(new Answer.Full(2)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("decision on 2 after [Added[number=1]]")
                .hasMessageContaining("Full[count=1]");
    }

    @Test
    void noticesAnotherState() {
        assertThatThrownBy(() -> counter.given(new Added(1)).leadsTo(2))
                .isInstanceOf(AssertionError.class);
    }
}
