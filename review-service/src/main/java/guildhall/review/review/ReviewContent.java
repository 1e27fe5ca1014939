package guildhall.review.review;

import java.util.Map;

/**
 * What a review says.
 *
 * @param rating from 1 to 5
 * @param criteria each from 1 to 5; may be empty
 * @param comment for everybody, once published; may be empty
 * @param privateFeedback for the platform only; may be empty
 */
public record ReviewContent(
        int rating, Map<Criterion, Integer> criteria, String comment, String privateFeedback) {
    public ReviewContent {
        criteria = Map.copyOf(criteria);
        if (!isRating(rating) || !criteria.values().stream().allMatch(ReviewContent::isRating)) {
            throw new IllegalArgumentException("Ratings are from 1 to 5");
        }
    }

    private static boolean isRating(int number) {
        return number >= 1 && number <= 5;
    }
}
