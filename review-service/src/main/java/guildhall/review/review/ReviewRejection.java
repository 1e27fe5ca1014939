package guildhall.review.review;

public sealed interface ReviewRejection {
    /** There is no such review, or it is sealed for the caller. */
    record UnknownReview() implements ReviewRejection {}

    /** Only whom the review is about may respond. */
    record NotTheSubject() implements ReviewRejection {}

    record AlreadyResponded() implements ReviewRejection {}

    record TooLateToRespond() implements ReviewRejection {}
}
