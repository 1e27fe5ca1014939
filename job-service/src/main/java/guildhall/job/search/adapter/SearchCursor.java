package guildhall.job.search.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import guildhall.job.search.JobHit.Mark;
import guildhall.messages.id.JobId;
import guildhall.runtime.list.Place;
import java.util.Base64;
import java.util.Optional;

/** A mark as an opaque word for clients: the rank, then the place in time. */
final class SearchCursor {

    static String of(Mark mark) {
        var place = new Place(mark.publishedAt(), mark.id().value());
        var text = mark.rank() + " " + place.toCursor();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** Empty when search did not make this cursor. */
    static Optional<Mark> parse(String cursor) {
        try {
            var words = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", -1);
            return words.length == 2
                    ? Place.ofCursor(words[1]).map(place -> mark(words[0], place))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Mark mark(String rank, Place place) {
        return new Mark(Float.parseFloat(rank), place.at(), new JobId(place.id()));
    }

    private SearchCursor() {}
}
