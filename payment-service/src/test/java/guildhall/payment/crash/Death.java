package guildhall.payment.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Halts the process without any farewell at a moment of some transaction. */
final class Death implements BeanPostProcessor {
    private static final int SOME_STATEMENTS = 4;

    private final Moment moment;
    private final int transactionsBefore;
    private final AtomicInteger committed = new AtomicInteger();
    private volatile boolean isCounting;

    Death(Moment moment, int transactionsBefore) {
        this.moment = moment;
        this.transactionsBefore = transactionsBefore;
    }

    void beginToCount() {
        isCounting = true;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(source) : bean;
    }

    private DataSource watched(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return proxy(Connection.class, new Watched(super.getConnection()));
            }
        };
    }

    private boolean isNear() {
        return isCounting && committed.get() >= transactionsBefore;
    }

    private void dieAt(Moment now) {
        if (now == moment && isNear()) {
            Runtime.getRuntime().halt(DyingProcess.DEAD);
        }
    }

    /** One connection between being borrowed and given back. */
    private final class Watched implements InvocationHandler {
        private final Connection connection;
        private int statements;

        Watched(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "prepareStatement" ->
                        watched((PreparedStatement) call(connection, method, arguments));
                case "commit" -> commit(method, arguments);
                default -> call(connection, method, arguments);
            };
        }

        private @Nullable Object commit(Method method, Object @Nullable [] arguments)
                throws Throwable {
            dieAt(Moment.BEFORE_COMMIT);
            if (moment == Moment.DURING_COMMIT && isNear()) {
                Thread.ofPlatform().start(Death::dieSoon);
            }
            var result = call(connection, method, arguments);
            dieAt(Moment.AFTER_COMMIT);
            if (isCounting) {
                committed.incrementAndGet();
            }
            return result;
        }

        private PreparedStatement watched(@Nullable PreparedStatement statement) {
            return proxy(
                    PreparedStatement.class,
                    (_, method, arguments) -> {
                        if (method.getName().startsWith("execute")) {
                            if (statements == 0) {
                                dieAt(Moment.BEFORE_THE_FIRST_STATEMENT);
                            } else if (statements >= SOME_STATEMENTS) {
                                dieAt(Moment.BETWEEN_STATEMENTS);
                            }
                            statements++;
                        }
                        return call(statement, method, arguments);
                    });
        }
    }

    /** A commit takes about as long. */
    private static void dieSoon() {
        var end = System.nanoTime() + ThreadLocalRandom.current().nextLong(1_500_000);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        Runtime.getRuntime().halt(DyingProcess.DEAD);
    }

    private static @Nullable Object call(
            @Nullable Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
