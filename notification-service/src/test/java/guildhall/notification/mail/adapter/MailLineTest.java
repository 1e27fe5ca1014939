package guildhall.notification.mail.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailLineTest {
    private final MailLine line = new MailLine(3);

    @Test
    void servesEachInTurnAndOnceHoweverOftenItIsFound() throws Exception {
        line.join("a");
        line.join("b");
        line.join("a");
        line.jump("b");

        assertThat(all()).containsExactly("a", "b");
    }

    @Test
    void letsInAgainWhoWasServed() throws Exception {
        line.join("a");
        all();

        line.join("a");

        assertThat(all()).containsExactly("a");
    }

    @Test
    void letsThoseJumpForWhomSomebodyWaits() throws Exception {
        line.join("notice");
        line.jump("code");

        assertThat(all()).containsExactly("code", "notice");
    }

    @Test
    void keepsNoMoreThanItHasRoomForAndTakesTheRestLater() throws Exception {
        List.of("a", "b", "c", "d").forEach(line::join);

        assertThat(all()).containsExactly("a", "b", "c");

        line.join("d");
        assertThat(all()).containsExactly("d");
    }

    @Test
    void returnsWithNothingWhenWoken() throws Exception {
        line.wake();

        assertThat(line.next(Duration.ofDays(1), 2)).isEmpty();
    }

    private List<String> all() throws InterruptedException {
        var served = new ArrayList<String>();
        while (line.length() > 0) {
            served.addAll(line.next(Duration.ZERO, 2));
        }
        return served;
    }
}
