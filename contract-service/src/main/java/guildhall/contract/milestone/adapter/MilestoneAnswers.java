package guildhall.contract.milestone.adapter;

import guildhall.contract.milestone.MilestoneRejection.UnknownContract;
import guildhall.contract.milestone.MilestoneRejection.UnknownMilestone;
import guildhall.contract.milestone.MilestoneView;
import guildhall.contract.milestone.adapter.MilestoneDesk.Answer;
import guildhall.contract.milestone.adapter.MilestoneDesk.Answer.Denied;
import guildhall.contract.milestone.adapter.MilestoneDesk.Answer.Seen;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Problems;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/** What the desk says, as HTTP. */
final class MilestoneAnswers {
    static ResponseEntity<MilestoneView> ok(Answer answer) {
        return of(answer, _ -> ResponseEntity.ok());
    }

    static ResponseEntity<MilestoneView> of(
            Answer answer, Function<MilestoneView, BodyBuilder> success) {
        return switch (answer) {
            case Seen(var view) -> body(success.apply(view), view);
            case Denied(var reason) -> Problems.answer(MilestoneProblems.of(reason));
        };
    }

    static ResponseEntity<MilestoneView> body(BodyBuilder answer, MilestoneView view) {
        return answer.eTag(IfMatch.tag(view.version())).body(view);
    }

    static <T> ResponseEntity<T> unknown() {
        return Problems.answer(MilestoneProblems.of(new UnknownMilestone()));
    }

    static <T> ResponseEntity<T> unknownContract() {
        return Problems.answer(MilestoneProblems.of(new UnknownContract()));
    }

    /** A cursor that is a number. */
    static int number(String cursor) {
        if (!cursor.matches("\\d{1,9}")) {
            throw Paging.badCursor();
        }
        return Integer.parseInt(cursor);
    }

    private MilestoneAnswers() {}
}
