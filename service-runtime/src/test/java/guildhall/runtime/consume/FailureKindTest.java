package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import guildhall.runtime.message.MalformedMessageException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class FailureKindTest {
    static Stream<Throwable> passing() {
        return Stream.of(
                new OptimisticLockingFailureException("another writer was first"),
                new DataAccessResourceFailureException("no connection"),
                new CannotCreateTransactionException("no connection"),
                new TransactionSystemException("the connection was lost before the commit"),
                new SQLException("deadlock", "40P01"),
                new SQLException("admin shutdown", "57P01"),
                new SQLException("read-only", "25006"),
                new MongoTimeoutException("no server"),
                new KeyInUseException("consumer", "key"),
                new IllegalStateException(new ConnectException("refused")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void repeatsWithoutLimitWhatPasses(Throwable failure) {
        assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.PASSING);
    }

    @Test
    void repeatsAFewTimesWhatMayBeABug() {
        assertThat(FailureKind.of(new IllegalStateException("bug"))).isEqualTo(FailureKind.UNKNOWN);
        assertThat(FailureKind.of(new DuplicateKeyException("bug"))).isEqualTo(FailureKind.UNKNOWN);
        assertThat(FailureKind.of(new SQLException("syntax", "42601")))
                .isEqualTo(FailureKind.UNKNOWN);
    }

    @Test
    void doesNotRepeatWhatCannotBeRead() {
        assertThat(FailureKind.of(new MalformedMessageException("no JSON", null)))
                .isEqualTo(FailureKind.PERMANENT);
    }

    @Test
    void endsWithACycleOfCauses() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(FailureKind.of(first)).isEqualTo(FailureKind.UNKNOWN);
    }
}
