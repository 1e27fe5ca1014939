package guildhall.notification.inbox.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.runtime.live.LiveEnd;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class EmitterChannelTest {
    @Test
    void closesAStreamThatTheContainerEndedFirst() {
        var emitter = new EndedByTheContainer();

        new EmitterChannel(emitter).close(LiveEnd.GONE);

        assertThat(emitter.asked).isTrue();
    }

    /** Refuses as Tomcat's AsyncContext does after it has told of an error. */
    private static final class EndedByTheContainer extends SseEmitter {
        boolean asked;

        @Override
        public void complete() {
            asked = true;
            throw new IllegalStateException("after an error had occurred");
        }
    }
}
