package guildhall.review.window;

import static guildhall.review.review.ReviewSamples.*;
import static guildhall.runtime.decide.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.review.review.ReviewContent;
import guildhall.review.review.WrittenReview;
import guildhall.review.window.ReviewWindow.*;
import guildhall.review.window.WindowCommand.*;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Any commands, in any order, from anybody. */
class WindowDeciderPropertyTest {
    final WindowDecider decider = new WindowDecider(Duration.ofDays(14));

    @Test
    void everyAcceptedCommandCanBeAppliedAndRepeatedWithoutEffect() {
        Seeds.forAll(
                500,
                any -> {
                    ReviewWindow window = decider.initial();
                    for (var step = 0; step < 30; step++) {
                        var command = command(any);
                        var after = apply(command, window);
                        if (!after.equals(window)) {
                            assertThat(decider.decide(command, after)).isEqualTo(accept());
                        }
                        window = after;
                    }
                });
    }

    @Test
    void nothingIsOutBeforeBothAreInOrTimeIsUp() {
        Seeds.forAll(
                500,
                any -> {
                    ReviewWindow window = decider.initial();
                    for (var step = 0; step < 30; step++) {
                        var command = command(any);
                        var after = apply(command, window);
                        if (after instanceof Revealed(var w, var reviews)) {
                            assertThat(reviews.stream().map(WrittenReview::reviewer))
                                    .doesNotHaveDuplicates();
                            assertThat(
                                            reviews.size() == 2
                                                    || window instanceof Revealed
                                                    || w.isOver(command.at()))
                                    .isTrue();
                        }
                        window = after;
                    }
                });
    }

    @Test
    void whatIsOutStaysAsItIs() {
        Seeds.forAll(
                500,
                any -> {
                    ReviewWindow window = decider.initial();
                    for (var step = 0; step < 30; step++) {
                        var after = apply(command(any), window);
                        if (window instanceof Revealed || window instanceof Lapsed) {
                            assertThat(after).isEqualTo(window);
                        }
                        window = after;
                    }
                });
    }

    private ReviewWindow apply(WindowCommand command, ReviewWindow window) {
        return decider.decide(command, window) instanceof Accepted(var events)
                ? events.stream().reduce(window, decider::evolve, (_, last) -> last)
                : window;
    }

    private static WindowCommand command(Seeds any) {
        var at = any.instantWithin(Duration.ofDays(20), NOON);
        return any.choose(
                () -> new OpenWindow(CONTRACT, "Logo", BAKERY, ADA, NOON),
                () -> submission(any, at),
                () -> rewriting(any, at),
                () -> new CloseWindow(CONTRACT, at));
    }

    private static WindowCommand submission(Seeds any, Instant at) {
        return any.bool()
                ? new SubmitReview(CONTRACT, OF_ADA, BAKERY.party(), PRAISE, at)
                : new SubmitReview(CONTRACT, OF_BAKERY, ADA.party(), THANKS, at);
    }

    private static WindowCommand rewriting(Seeds any, Instant at) {
        var review = any.oneOf(OF_ADA, OF_BAKERY);
        var party = any.oneOf(List.of(BAKERY.party(), ADA.party(), STRANGER));
        var content = new ReviewContent(any.intBetween(1, 5), Map.of(), any.text(20), "");
        return new RewriteReview(CONTRACT, review, party, content, at);
    }
}
