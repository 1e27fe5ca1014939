package guildhall.messaging;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import guildhall.testkit.openapi.OpenApiProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Without Redis on purpose: it is missed by live events only. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({KAFKA, MONGO})
class BadInputIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;

    MessagingApi api;

    @BeforeEach
    void connect() {
        api = new MessagingApi(port, probe);
    }

    @Test
    void namesWhatIsWrongAndNeverBreaks() {
        OpenApiProbe.at("http://localhost:" + port)
                .foreign("/v1/conversations/{id}", api.openConversation().id())
                .run()
                .assertClean();
    }

    @Test
    void takesMessagesWhileRedisIsAway() {
        var talk = api.openConversation();

        var answer = api.write(talk.id(), talk.client(), "Hello");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(api.bodies(talk.id(), talk.talent())).containsExactly("Hello");
    }

    @Test
    void documentsEveryProblemOfAMessage() {
        var operation = "/paths/~1v1~1conversations~1{id}~1messages/post/responses";

        var responses = api.get("/v3/api-docs", TestCaller.client()).body().at(operation);

        assertThat(responses.propertyNames())
                .containsExactlyInAnyOrder("201", "400", "401", "403", "404", "409", "422", "500");
    }
}
