package guildhall.gateway.observe;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ManagementPortTest {
    @Test
    void mustNotBeThePortOfClients() {
        var same =
                new MockEnvironment()
                        .withProperty("server.port", "9080")
                        .withProperty("management.server.port", "9080");
        var none = new MockEnvironment().withProperty("server.port", "9080");

        assertThatIllegalStateException()
                .isThrownBy(() -> new ManagementPort(same))
                .withMessageContaining("MANAGEMENT_PORT");
        assertThatIllegalStateException().isThrownBy(() -> new ManagementPort(none));
    }

    @Test
    void isAnyOtherPortOrNone() {
        for (var port : new String[] {"9081", "-1"}) {
            var other =
                    new MockEnvironment()
                            .withProperty("server.port", "9080")
                            .withProperty("management.server.port", port);

            assertThatCode(() -> new ManagementPort(other)).doesNotThrowAnyException();
        }
    }
}
