package guildhall.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class FairPoolTest {
    private final HikariDataSource hikari = poolOfOne(Duration.ofSeconds(30));
    private final FairPool pool = new FairPool(hikari);
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
        hikari.close();
    }

    @Test
    void servesThoseWhoWaitInTheirOrder() throws SQLException {
        var served = new CopyOnWriteArrayList<Integer>();
        try (var _ = pool.getConnection()) {
            for (int i = 0; i < 20; i++) {
                var number = i;
                start(() -> served.add(number));
                // The first looks for a connection, the others queue behind it.
                soon().until(() -> pool.waiting() == number);
            }
        }

        soon().untilAsserted(() -> assertThat(served).hasSize(20));
        assertThat(served).isSorted();
    }

    @Test
    void doesNotLetWhoeverGivesBackOvertakeThoseWhoWait() throws SQLException {
        for (int round = 0; round < 100; round++) {
            var served = new CopyOnWriteArrayList<String>();
            var held = pool.getConnection();
            start(() -> served.add("waited"));
            soon().until(() -> hikari.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);

            held.close();
            try (var _ = pool.getConnection()) {
                served.add("came later");
            }

            assertThat(served).containsExactly("waited", "came later");
        }
    }

    @Test
    void saysSoWhenItTakesTooLong() throws SQLException {
        try (var impatient = poolOfOne(Duration.ofMillis(250))) {
            var busy = new FairPool(impatient);
            try (var _ = busy.getConnection()) {
                var failures = new CopyOnWriteArrayList<SQLException>();
                for (int i = 0; i < 3; i++) {
                    threads.add(Thread.ofVirtual().start(() -> failures.add(failureOf(busy))));
                }

                soon().until(() -> failures.size() == 3);
                assertThat(failures).hasOnlyElementsOfType(SQLTransientConnectionException.class);
            }
        }
    }

    private static SQLException failureOf(FairPool busy) {
        try (var connection = busy.getConnection()) {
            throw new AssertionError("got " + connection);
        } catch (SQLException e) {
            return e;
        }
    }

    @Test
    void showsThePoolToWhoeverWantsToKnowHowItWasMade() throws SQLException {
        assertThat(pool.unwrap(DataSource.class)).isSameAs(hikari);
        assertThat(pool.unwrap(HikariDataSource.class)).isSameAs(hikari);
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1));
    }

    private void start(Runnable served) {
        threads.add(
                Thread.ofVirtual()
                        .start(() -> {
                            try (var _ = pool.getConnection()) {
                                served.run();
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        }));
    }

    private static HikariDataSource poolOfOne(Duration patience) {
        var settings = new HikariConfig();
        settings.setMaximumPoolSize(1);
        settings.setConnectionTimeout(patience.toMillis());
        settings.setDataSource(
                new AbstractDataSource() {
                    @Override
                    public Connection getConnection() {
                        return connection();
                    }

                    @Override
                    public Connection getConnection(String user, String password) {
                        return connection();
                    }
                });
        return new HikariDataSource(settings);
    }

    /** A connection to nowhere: good as long as nobody asks it anything. */
    private static Connection connection() {
        return (Connection)
                Proxy.newProxyInstance(
                        FairPoolTest.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, _) -> answer(method.getName(), method.getReturnType()));
    }

    private static @Nullable Object answer(String question, Class<?> type) {
        if (type == boolean.class) {
            return question.equals("isValid") || question.equals("getAutoCommit");
        }
        return type == int.class ? 0 : null;
    }
}
