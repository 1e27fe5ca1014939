package guildhall.notification.inbox.adapter;

import guildhall.runtime.live.LiveChannel;
import guildhall.runtime.live.LiveEnd;
import guildhall.runtime.live.LiveEvent;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One stream. A client that takes nothing for long is given up by the container. */
final class EmitterChannel implements LiveChannel {
    private static final Logger LOG = LoggerFactory.getLogger(EmitterChannel.class);

    private final SseEmitter emitter;

    EmitterChannel(SseEmitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public void send(LiveEvent event) throws IOException {
        emitter.send(
                SseEmitter.event()
                        .id(event.id())
                        .name(event.type())
                        .data(event.data(), MediaType.APPLICATION_JSON));
    }

    @Override
    public void beat() throws IOException {
        emitter.send(SseEmitter.event().comment(""));
    }

    /** The browser connects again by itself, whatever the reason. */
    @Override
    public void close(LiveEnd why) {
        try {
            emitter.complete();
        } catch (IllegalStateException ended) {
            LOG.debug("The container ended the stream first", ended); // It saw the client go.
        }
    }
}
