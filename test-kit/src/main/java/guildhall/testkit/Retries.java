package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.testkit.ServiceApi.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a service on PostgreSQL whose answers may get lost at any moment. Sees of each that
 * its change was committed together with its answer, and can send all of them again.
 */
public final class Retries {
    private static final String KEY = "Idempotency-Key";

    private final ServiceApi api;
    private final DataSource database;
    private final String changes;
    private final List<Sent> all = new ArrayList<>();

    private record Sent(
            String path,
            TestCaller caller,
            @Nullable String body,
            Map<String, String> key,
            Answer first) {}

    /**
     * @param changes a table into which each of the requests writes
     */
    public Retries(ServiceApi api, DataSource database, String changes) {
        this.api = api;
        this.database = database;
        this.changes = changes;
    }

    public Answer post(String path, TestCaller caller) {
        return post(path, caller, null);
    }

    /** A request that succeeds. */
    public Answer post(String path, TestCaller caller, @Nullable String body) {
        var key = ServiceApi.key();
        var first = api.send("POST", path, caller, body, key);
        assertThat(first.status()).as("%s: %s", path, first.body()).isBetween(200, 299);
        assertThat(isOneTransaction(key))
                .as("%s changes something and stores its answer in one transaction", path)
                .isTrue();
        all.add(new Sent(path, caller, body, key, first));
        return first;
    }

    /** What was sent is answered as it was first, and not even looked at. */
    public void repeatTheirAnswers() {
        for (var sent : all) {
            var again = api.send("POST", sent.path(), sent.caller(), sent.body(), sent.key());
            assertThat(again.status()).as(sent.path()).isEqualTo(sent.first().status());
            assertThat(again.body()).as(sent.path()).isEqualTo(sent.first().body());
            assertThat(again.header("Idempotency-Replayed")).as(sent.path()).isEqualTo("true");
        }
    }

    /**
     * A request to a handler that commits by itself: everything was done, but its answer was not
     * stored, so that the handler runs again. It has to answer about the same thing.
     *
     * @param meanwhile what happens before the second try
     * @return the second answer
     */
    public Answer postLosing(
            String path, TestCaller caller, @Nullable String body, Runnable meanwhile) {
        var key = ServiceApi.key();
        var first = api.send("POST", path, caller, body, key);
        assertThat(first.status()).as("%s: %s", path, first.body()).isBetween(200, 299);
        meanwhile.run();
        forgetAnswer(key);

        var again = api.send("POST", path, caller, body, key);
        assertThat(again.status()).as("%s: %s", path, again.body()).isEqualTo(first.status());
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        return again;
    }

    private boolean isOneTransaction(Map<String, String> key) {
        var answers =
                """
                select from idempotency_key answer
                where key = ? and status is not null
                  and exists (select from %s change where change.xmin = answer.xmin)
                """
                        .formatted(changes);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(answers)) {
            query.setString(1, key.get(KEY));
            return query.executeQuery().next();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void forgetAnswer(Map<String, String> key) {
        try (var connection = database.getConnection();
                var deletion =
                        connection.prepareStatement("delete from idempotency_key where key = ?")) {
            deletion.setString(1, key.get(KEY));
            assertThat(deletion.executeUpdate()).isEqualTo(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
