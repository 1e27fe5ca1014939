package guildhall.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ProblemHandlerTest {
    @Test
    void tellsAServiceThatWasKilledInTheMiddleFromOneThatWasNotThere() {
        assertThat(code(new SocketException("Connection reset")))
                .isEqualTo("503 gateway/connection-lost");
        assertThat(code(new ConnectException())).isEqualTo("503 gateway/service-unavailable");
        assertThat(code(new TimeoutException())).isEqualTo("504 gateway/service-timeout");
        assertThat(code(new IllegalStateException("a bug")))
                .isEqualTo("500 gateway/internal-error");
    }

    private static String code(Throwable failure) {
        var problem = ProblemHandler.problemOf(failure);
        return problem.status().value() + " " + problem.code();
    }
}
