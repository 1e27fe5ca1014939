package guildhall.payment;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The client of HTTP tests. Jetty's, which Spring would choose, fails on early refusals. */
public final class TestHttp {
    private TestHttp() {}

    /** Talks to the service at that port, which may answer before it has read the request. */
    public static RestTestClient at(int port) {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .baseUrl("http://localhost:" + port)
                .build();
    }
}
