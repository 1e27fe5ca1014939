package guildhall.identity.verification;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.identity.verification.Verification.*;
import guildhall.identity.verification.VerificationCommand.*;
import guildhall.identity.verification.VerificationEvent.*;
import guildhall.identity.verification.VerificationRejection.*;
import guildhall.messages.id.UserId;
import guildhall.messages.party.VerificationTier;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.time.Instant;

/** One verification. What is repeated is accepted without events. */
public final class VerificationDecider
        implements Decider<
                VerificationCommand, Verification, VerificationEvent, VerificationRejection> {
    private final VerificationPolicy policy;
    private final Proofs proofs;

    public VerificationDecider(VerificationPolicy policy) {
        this.policy = policy;
        this.proofs = new Proofs(policy);
    }

    @Override
    public Verification initial() {
        return new NotStarted();
    }

    @Override
    public Decision<VerificationEvent, VerificationRejection> decide(
            VerificationCommand command, Verification state) {
        return switch (state) {
            case NotStarted _ when command instanceof SubmitDocuments c -> begin(c);
            case NotStarted _ -> reject(new UnknownVerification());
            case Begun begun -> goOn(command, begun);
        };
    }

    private Decision<VerificationEvent, VerificationRejection> goOn(
            VerificationCommand command, Begun state) {
        return switch (command) {
            case SubmitDocuments c -> submit(c, state);
            case TakeIntoReview c -> take(c, state);
            case ApproveSubmission c -> approve(c, state);
            case RejectSubmission c -> refuse(c, state);
            case AskForUpdate c -> askForUpdate(c, state);
            case ReopenReview c -> reopen(c, state);
            case LetExpire c -> letExpire(c, state);
        };
    }

    private Decision<VerificationEvent, VerificationRejection> begin(SubmitDocuments c) {
        return fit(c, Dossier.opened(c.id(), c.subject(), c.submission()));
    }

    private Decision<VerificationEvent, VerificationRejection> submit(
            SubmitDocuments c, Begun state) {
        var dossier = state.dossier();
        if (dossier.submission().id().equals(c.submission().id())) {
            return accept();
        }
        return switch (state) {
            case Submitted _, InReview _ -> reject(new AwaitsReview());
            case Rejected _, NeedsUpdate _ when dossier.refused() >= policy.tries() ->
                    reject(new NoTriesLeft());
            case Rejected _, NeedsUpdate _, Verified _, Expired _ ->
                    fit(c, dossier.submitted(c.submission()));
        };
    }

    private Decision<VerificationEvent, VerificationRejection> fit(
            SubmitDocuments c, Dossier with) {
        var flaws = policy.flaws(c.submission());
        return flaws.isEmpty()
                ? accept(new DocumentsSubmitted(with))
                : reject(new UnfitDocuments(flaws));
    }

    /** A colleague may take over. */
    private static Decision<VerificationEvent, VerificationRejection> take(
            TakeIntoReview c, Begun state) {
        if (isSubject(c.reviewer(), state)) {
            return reject(new ReviewerIsSubject());
        }
        return switch (state) {
            case InReview(_, var reviewer, _) when reviewer.equals(c.reviewer()) -> accept();
            case Submitted _, InReview _ ->
                    accept(new ReviewTaken(state.dossier().touched(), c.reviewer(), c.at()));
            case Verified _, Rejected _, NeedsUpdate _, Expired _ -> reject(new NothingToReview());
        };
    }

    private Decision<VerificationEvent, VerificationRejection> approve(
            ApproveSubmission c, Begun state) {
        return switch (state) {
            case InReview(var dossier, var reviewer, _) when reviewer.equals(c.reviewer()) ->
                    prove(c, dossier);
            // A retry finds its own result.
            case Verified(var dossier, _) when Proofs.areOf(c, dossier) -> accept();
            case Submitted _, InReview _ -> reject(new NotTheReviewer());
            case Verified _, Rejected _, NeedsUpdate _, Expired _ -> reject(new NothingToReview());
        };
    }

    private Decision<VerificationEvent, VerificationRejection> prove(
            ApproveSubmission c, Dossier dossier) {
        if (c.seen().containsKey(Check.IDENTITY_DOCUMENT) && !c.heldByOthers().isEmpty()) {
            return reject(new DuplicateDocument());
        }
        var unproved = proofs.missing(c, dossier);
        if (unproved.isPresent()) {
            return reject(new NothingProves(unproved.get()));
        }
        var passed = proofs.add(c, dossier);
        return passed.tier() == VerificationTier.UNVERIFIED
                ? reject(new TooLittleProved())
                : accept(new SubmissionApproved(dossier.passed(passed), c.at()));
    }

    private static Decision<VerificationEvent, VerificationRejection> refuse(
            RejectSubmission c, Begun state) {
        return switch (state) {
            case InReview(var dossier, var reviewer, _) when reviewer.equals(c.refusal().by()) ->
                    accept(new SubmissionRejected(dossier.refusedOnceMore(), c.refusal()));
            case Rejected(_, var refusal) when isSame(refusal, c.refusal()) -> accept();
            case Submitted _, InReview _ -> reject(new NotTheReviewer());
            case Verified _, Rejected _, NeedsUpdate _, Expired _ -> reject(new NothingToReview());
        };
    }

    private static Decision<VerificationEvent, VerificationRejection> askForUpdate(
            AskForUpdate c, Begun state) {
        return switch (state) {
            case InReview(var dossier, var reviewer, _) when reviewer.equals(c.refusal().by()) ->
                    accept(new UpdateAsked(dossier.refusedOnceMore(), c.refusal()));
            case NeedsUpdate(_, var refusal) when isSame(refusal, c.refusal()) -> accept();
            case Submitted _, InReview _ -> reject(new NotTheReviewer());
            case Verified _, Rejected _, NeedsUpdate _, Expired _ -> reject(new NothingToReview());
        };
    }

    private static boolean isSame(Refusal before, Refusal repeated) {
        return before.by().equals(repeated.by())
                && before.because() == repeated.because()
                && before.note().equals(repeated.note());
    }

    private static Decision<VerificationEvent, VerificationRejection> reopen(
            ReopenReview c, Begun state) {
        if (isSubject(c.by(), state)) {
            return reject(new ReviewerIsSubject());
        }
        return switch (state) {
            case Rejected(var dossier, _) -> accept(new ReviewReopened(dossier.reopened()));
            case NeedsUpdate(var dossier, _) -> accept(new ReviewReopened(dossier.reopened()));
            case Submitted _, InReview _, Verified _, Expired _ -> reject(new NothingToReopen());
        };
    }

    private static Decision<VerificationEvent, VerificationRejection> letExpire(
            LetExpire c, Begun state) {
        var dossier = state.dossier();
        return isOver(dossier, c.at())
                ? accept(new ChecksExpired(dossier.lapsed(dossier.passed().goodAt(c.at())), c.at()))
                : accept();
    }

    private static boolean isOver(Dossier dossier, Instant now) {
        return dossier.passed().expiresAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    private static boolean isSubject(UserId reviewer, Begun state) {
        return state.dossier().subject().user().equals(reviewer);
    }

    /** What each event makes of a verification. One that cannot follow is a bug. */
    @Override
    public Verification evolve(Verification state, VerificationEvent event) {
        return switch (event) {
            case DocumentsSubmitted(var dossier)
                    when !(state instanceof Submitted || state instanceof InReview) ->
                    new Submitted(dossier);
            case ReviewTaken(var dossier, var reviewer, var at)
                    when state instanceof Submitted || state instanceof InReview ->
                    new InReview(dossier, reviewer, at);
            case SubmissionApproved(var dossier, var at) when state instanceof InReview ->
                    new Verified(dossier, at);
            case SubmissionRejected(var dossier, var refusal) when state instanceof InReview ->
                    new Rejected(dossier, refusal);
            case UpdateAsked(var dossier, var refusal) when state instanceof InReview ->
                    new NeedsUpdate(dossier, refusal);
            case ReviewReopened(var dossier)
                    when state instanceof Rejected || state instanceof NeedsUpdate ->
                    new Submitted(dossier);
            case ChecksExpired(var dossier, var at) when state instanceof Begun begun ->
                    expire(begun, dossier, at);
            case DocumentsSubmitted _,
                    ReviewTaken _,
                    SubmissionApproved _,
                    SubmissionRejected _,
                    UpdateAsked _,
                    ReviewReopened _,
                    ChecksExpired _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }

    /** A review goes on, and a refusal stands, when what was proved before grows too old. */
    private static Verification expire(Begun state, Dossier left, Instant at) {
        return switch (state) {
            case Submitted _ -> new Submitted(left);
            case InReview(_, var reviewer, var since) -> new InReview(left, reviewer, since);
            case Rejected(_, var refusal) -> new Rejected(left, refusal);
            case NeedsUpdate(_, var refusal) -> new NeedsUpdate(left, refusal);
            case Verified _, Expired _ -> new Expired(left, at);
        };
    }
}
