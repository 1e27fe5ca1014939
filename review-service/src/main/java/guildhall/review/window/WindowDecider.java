package guildhall.review.window;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.party.Side;
import guildhall.review.review.Criterion;
import guildhall.review.review.ReviewContent;
import guildhall.review.review.WrittenReview;
import guildhall.review.window.ReviewWindow.*;
import guildhall.review.window.WindowCommand.*;
import guildhall.review.window.WindowEvent.*;
import guildhall.review.window.WindowRejection.*;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Decides for the window of one contract. Repeating what is already so changes nothing. */
public final class WindowDecider
        implements Decider<WindowCommand, ReviewWindow, WindowEvent, WindowRejection> {
    private final Duration openFor;

    /**
     * @param openFor how long both sides have to write
     */
    public WindowDecider(Duration openFor) {
        this.openFor = openFor;
    }

    @Override
    public ReviewWindow initial() {
        return new Absent();
    }

    @Override
    public Decision<WindowEvent, WindowRejection> decide(
            WindowCommand command, ReviewWindow state) {
        return switch (command) {
            case OpenWindow open -> open(open, state);
            case SubmitReview submit -> submit(submit, state);
            case RewriteReview rewrite -> rewrite(rewrite, state);
            case CloseWindow close -> close(close, state);
        };
    }

    private Decision<WindowEvent, WindowRejection> open(OpenWindow open, ReviewWindow state) {
        return switch (state) {
            case Absent _ ->
                    accept(
                            new WindowOpened(
                                    new Window(
                                            open.contract(),
                                            open.title(),
                                            open.client(),
                                            open.talent(),
                                            open.at(),
                                            open.at().plus(openFor))));
            case Open _, HalfReviewed _, Revealed _, Lapsed _ -> accept();
        };
    }

    private static Decision<WindowEvent, WindowRejection> submit(
            SubmitReview submit, ReviewWindow state) {
        return switch (state) {
            case Absent _ -> reject(new UnknownWindow());
            case Known known ->
                    known.window()
                            .sideOf(submit.by())
                            .map(reviewer -> submit(submit, known, reviewer))
                            .orElseGet(() -> reject(new UnknownWindow()));
        };
    }

    private static Decision<WindowEvent, WindowRejection> submit(
            SubmitReview submit, Known state, Side reviewer) {
        return switch (state) {
            case HalfReviewed(_, var first) when first.reviewer().equals(reviewer) ->
                    repeated(submit, first);
            case Revealed(_, var reviews) ->
                    reviews.stream()
                            .filter(review -> review.reviewer().equals(reviewer))
                            .findFirst()
                            .map(first -> repeated(submit, first))
                            .orElseGet(() -> reject(new WindowEnded()));
            case Open(var window) when !window.isOver(submit.at()) ->
                    unlessUnfit(submit, window, reviewer, ReviewSealed::new);
            case HalfReviewed(var window, _) when !window.isOver(submit.at()) ->
                    unlessUnfit(submit, window, reviewer, ReviewsExchanged::new);
            case Open _, HalfReviewed _, Lapsed _ -> reject(new WindowEnded());
        };
    }

    private static Decision<WindowEvent, WindowRejection> repeated(
            SubmitReview submit, WrittenReview first) {
        return first.id().equals(submit.review()) ? accept() : reject(new AlreadyReviewed());
    }

    private static Decision<WindowEvent, WindowRejection> unlessUnfit(
            SubmitReview submit,
            Window window,
            Side reviewer,
            Function<WrittenReview, WindowEvent> event) {
        var review =
                new WrittenReview(
                        submit.review(),
                        window.contract(),
                        reviewer,
                        window.otherThan(reviewer),
                        submit.content(),
                        1,
                        submit.at());
        return unfit(submit.content(), window, reviewer)
                .map(WindowDecider::unfit)
                .orElseGet(() -> accept(event.apply(review)));
    }

    private static Optional<Criterion> unfit(ReviewContent content, Window window, Side reviewer) {
        Predicate<Criterion> fits =
                reviewer.equals(window.client()) ? Criterion::fitsTalents : Criterion::fitsClients;
        return content.criteria().keySet().stream().filter(fits.negate()).sorted().findFirst();
    }

    private static Decision<WindowEvent, WindowRejection> unfit(Criterion criterion) {
        return reject(new UnfitCriterion(criterion));
    }

    private static Decision<WindowEvent, WindowRejection> rewrite(
            RewriteReview rewrite, ReviewWindow state) {
        return switch (state) {
            case HalfReviewed(var window, var review) when isBy(rewrite, review) ->
                    rewrite(rewrite, window, review);
            case Revealed(_, var reviews)
                    when reviews.stream().anyMatch(review -> isBy(rewrite, review)) ->
                    reject(new AlreadyRevealed());
            case Absent _, Open _, HalfReviewed _, Revealed _, Lapsed _ ->
                    reject(new UnknownReview());
        };
    }

    private static Decision<WindowEvent, WindowRejection> rewrite(
            RewriteReview rewrite, Window window, WrittenReview review) {
        if (window.isOver(rewrite.at())) {
            return reject(new WindowEnded());
        }
        if (rewrite.content().equals(review.content())) {
            return accept();
        }
        return unfit(rewrite.content(), window, review.reviewer())
                .map(WindowDecider::unfit)
                .orElseGet(() ->
                        accept(new ReviewRewritten(review.id(), rewrite.content(), rewrite.at())));
    }

    private static boolean isBy(RewriteReview rewrite, WrittenReview review) {
        return review.id().equals(rewrite.review())
                && review.reviewer().party().equals(rewrite.by());
    }

    private static Decision<WindowEvent, WindowRejection> close(
            CloseWindow close, ReviewWindow state) {
        return switch (state) {
            case Open(var window) when window.isOver(close.at()) ->
                    accept(new WindowLapsed(close.contract(), close.at()));
            case HalfReviewed(var window, _) when window.isOver(close.at()) ->
                    accept(new ReviewRevealed(close.contract(), close.at()));
            case Open _, HalfReviewed _, Revealed _, Lapsed _ -> accept();
            case Absent _ -> reject(new UnknownWindow());
        };
    }

    @Override
    public ReviewWindow evolve(ReviewWindow state, WindowEvent event) {
        return switch (event) {
            case WindowOpened e when state instanceof Absent -> new Open(e.window());
            case ReviewSealed e when state instanceof Open(var window) ->
                    new HalfReviewed(window, e.review());
            case ReviewRewritten e when state instanceof HalfReviewed(var window, var review) ->
                    new HalfReviewed(window, review.rewritten(e.content()));
            case ReviewsExchanged e when state instanceof HalfReviewed(var window, var first) ->
                    new Revealed(window, List.of(first, e.second()));
            case ReviewRevealed _ when state instanceof HalfReviewed(var window, var review) ->
                    new Revealed(window, List.of(review));
            case WindowLapsed _ when state instanceof Open(var window) -> new Lapsed(window);
            case WindowOpened _,
                    ReviewSealed _,
                    ReviewRewritten _,
                    ReviewsExchanged _,
                    ReviewRevealed _,
                    WindowLapsed _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}
