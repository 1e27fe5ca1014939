package guildhall.identity.key.adapter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Keys", description = "The public keys that verify access tokens.")
class JwksController {
    private static final Duration CACHE = Duration.ofMinutes(5);

    private final KeyRing keys;

    JwksController(KeyRing keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    @Operation(
            summary = "The JSON Web Key Set of this installation",
            description = "The present key, the next one, and those whose tokens may be around.")
    ResponseEntity<Map<String, Object>> jwks() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHE).cachePublic())
                .body(keys.published().toJSONObject(true));
    }
}
