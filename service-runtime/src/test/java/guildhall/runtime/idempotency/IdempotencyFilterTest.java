package guildhall.runtime.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class IdempotencyFilterTest {
    /** Nobody asks it anything. */
    private static final IdempotencyStore STORE =
            (IdempotencyStore)
                    Proxy.newProxyInstance(
                            IdempotencyFilterTest.class.getClassLoader(),
                            new Class<?>[] {IdempotencyStore.class},
                            (_, method, _) -> {
                                throw new AssertionError(method.getName());
                            });

    private static final IdempotencyFilter FILTER = new IdempotencyFilter(STORE);

    @ParameterizedTest
    @CsvSource({"GET, false", "HEAD, false", "POST, true", "PUT, true", "DELETE, true"})
    void holdsBackAnswersOnlyOfWhatChangesSomething(String method, boolean holdsBack) {
        var request = new MockHttpServletRequest(method, "/v1/live/notifications");
        request.addHeader("Idempotency-Key", "the same for every request");

        assertThat(isFiltered(request)).isEqualTo(holdsBack);
    }

    @Test
    void holdsBackNothingWithoutAKey() {
        assertThat(isFiltered(new MockHttpServletRequest("POST", "/v1/jobs"))).isFalse();
    }

    private static boolean isFiltered(MockHttpServletRequest request) {
        return !FILTER.shouldNotFilter(request);
    }
}
