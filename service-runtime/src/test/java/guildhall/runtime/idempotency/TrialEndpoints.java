package guildhall.runtime.idempotency;

import static java.util.concurrent.TimeUnit.SECONDS;

import guildhall.runtime.security.Caller;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes things, and counts how often it was really asked to. */
@RestController
@RequestMapping("/v1")
class TrialEndpoints {
    record Wish(String what) {}

    final Queue<String> granted = new ConcurrentLinkedQueue<>();
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile boolean broken;

    @PostMapping("/wishes")
    @Idempotent
    ResponseEntity<Map<String, String>> wish(
            @RequestBody Wish wish, IdempotencyKey key, Caller caller) throws Exception {
        granted.add(wish.what());
        if (!gate.await(10, SECONDS)) {
            throw new IllegalStateException("The test forgot its gate");
        }
        if (broken) {
            throw new IllegalStateException("Broken");
        }
        return ResponseEntity.created(URI.create("/v1/wishes/" + key.id()))
                .eTag("\"1\"")
                .body(Map.of("id", key.id().toString(), "what", wish.what()));
    }

    @PostMapping("/wishes/{id}/payment")
    @Idempotent(required = true)
    ResponseEntity<Void> pay(@PathVariable String id) {
        granted.add("paid " + id);
        return ResponseEntity.noContent().build();
    }
}
