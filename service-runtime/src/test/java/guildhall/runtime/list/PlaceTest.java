package guildhall.runtime.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @Test
    void survivesTheWayToAClientAndBack() {
        var place = new Place(Instant.parse("2027-01-15T12:00:00.123456Z"), new UUID(1, 2));

        assertThat(Place.ofCursor(place.toCursor())).contains(place);
        assertThat(Place.ofCursor(Place.TOP.toCursor())).contains(Place.TOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "bm90aGluZw",
                "MjAyNy0wMS0xNVQxMjowMDowMFogeA",
                "KzEwMDAwMDAwMDAtMTItMzFUMDA6MDA6MDBaIDAwMDAwMDAwLTAwMDAtMDAwMS0wMDAwLTAwMDAwMDAwMDAwMg"
            })
    void isNotReadFromWhatNoListMade(String cursor) {
        assertThat(Place.ofCursor(cursor)).isEmpty();
    }
}
