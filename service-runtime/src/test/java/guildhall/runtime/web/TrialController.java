package guildhall.runtime.web;

import guildhall.messages.id.JobId;
import guildhall.messages.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that can go wrong with a request, once. */
@RestController
@RequestMapping("/v1/trials")
class TrialController {
    enum Colour {
        RED,
        GREEN
    }

    record Line(@Size(max = 5) String name, @NotNull Money price) {}

    record Trial(
            @NotBlank @Size(max = 10) String title,
            int count,
            Colour colour,
            Instant dueAt,
            @Valid List<Line> lines) {}

    @PostMapping
    Trial create(@Valid @RequestBody Trial trial) {
        return trial;
    }

    @GetMapping("/{id}")
    String byId(@PathVariable JobId id) {
        return id.toString();
    }

    @GetMapping("/counted")
    int counted(@RequestParam @Max(5) int count, @RequestHeader("X-Needed") String needed) {
        return count + needed.length();
    }

    @GetMapping("/since")
    String since(@RequestParam Instant at) {
        return at.toString();
    }

    record Tags(List<@Size(max = 5) String> tag) {}

    @GetMapping("/tagged")
    String tagged(@Valid Tags tags) {
        return tags.toString();
    }

    @GetMapping
    Page<String> page(Paging paging) {
        return new Page<>(List.of(paging.toString()), null);
    }

    @PutMapping("/{id}")
    ResponseEntity<Void> change(@PathVariable JobId id, IfMatch ifMatch) {
        ifMatch.require(7);
        return ResponseEntity.noContent().eTag(IfMatch.tag(8)).build();
    }

    @PutMapping("/{id}/race")
    void lostRace(@PathVariable JobId id) {
        throw new OptimisticLockingFailureException("secret of " + id);
    }

    @GetMapping("/cut-off")
    void cutOff() {
        throw new TransactionSystemException("JDBC rollback failed");
    }

    @GetMapping("/locked")
    void locked() {
        throw new CannotAcquireLockException("secret");
    }

    @GetMapping("/broken")
    void broken() {
        throw new IllegalArgumentException("secret");
    }
}
