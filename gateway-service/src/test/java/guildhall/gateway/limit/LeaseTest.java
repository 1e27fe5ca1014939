package guildhall.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void handsOutWhatWasGrantedAndNoMore() {
        var lease = Lease.none(NOON).plus(2);

        assertThat(lease.take()).isEqualTo(new Lease(1, false, NOON));
        assertThat(lease.take().take()).isEqualTo(new Lease(0, false, NOON));
        assertThat(lease.take().take().take()).isEqualTo(new Lease(0, false, NOON));
    }

    @Test
    void knowsThatAWindowIsUsedUpWhenNothingIsGranted() {
        assertThat(Lease.none(NOON).plus(0)).isEqualTo(new Lease(0, true, NOON));
    }

    @Test
    void startsAfreshInTheNextWindow() {
        assertThat(new Lease(7, true, NOON).in(LATER)).isEqualTo(Lease.none(LATER));
        assertThat(new Lease(7, true, NOON).in(NOON)).isEqualTo(new Lease(7, true, NOON));
    }

    @Test
    void countsAWholeWindowAloneOnlyOnce() {
        var alone = Lease.none(NOON).alone(3);

        assertThat(alone).isEqualTo(new Lease(3, true, NOON));
        assertThat(alone.take().alone(3)).isEqualTo(new Lease(2, true, NOON));
    }

    @Test
    void leasesATwentiethAndAtLeastOne() {
        assertThat(Lease.sizeFor(5)).isEqualTo(1);
        assertThat(Lease.sizeFor(100)).isEqualTo(5);
    }

    @Test
    void endsAWindowAtTheNextMultipleOfItsLength() {
        assertThat(Lease.windowEnd(NOON, 60_000)).isEqualTo(LATER);
        assertThat(Lease.windowEnd(NOON.plusMillis(59_999), 60_000)).isEqualTo(LATER);
        assertThat(Lease.windowEnd(LATER, 60_000)).isEqualTo(LATER.plusSeconds(60));
    }
}
