package guildhall.payment.seal.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.payment.seal.Verdict;
import guildhall.payment.seal.Verdict.Broken;
import guildhall.payment.seal.Verdict.Fault;
import guildhall.payment.seal.Verdict.Intact;
import guildhall.payment.seal.Verdict.Link;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/ledger")
@StaffOnly({"FINANCE_OPS", "COMPLIANCE", "ADMIN"})
@Tag(name = "Ledger", description = "For finance staff")
class SealController {
    private final JdbcSeals seals;
    private final Verifier verifier;
    private final SealProperties properties;
    private final Clock clock;

    SealController(JdbcSeals seals, Verifier verifier, SealProperties properties, Clock clock) {
        this.seals = seals;
        this.verifier = verifier;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping("/seals/head")
    @Operation(
            summary = "The end of the hash chain",
            description =
                    "Kept outside of the database, this hash proves later that nothing before it was"
                            + " changed. Position 0 when nothing was ever posted.")
    SealView head() {
        return SealView.of(seals.head());
    }

    @GetMapping("/seals/{position}")
    @Operation(summary = "The hash of one position, to compare with a copy that was kept")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-seal")
    SealView show(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int64",
                                            example = "900719925474"))
                    @PathVariable
                    long position) {
        return seals.link(position)
                .filter(_ -> position > 0)
                .map(SealView::of)
                .orElseThrow(() -> new Refusal(problem(NOT_FOUND, "payment/unknown-seal")));
    }

    @GetMapping("/verification")
    @Operation(
            summary = "Recompute a stretch of the hash chain",
            description =
                    "From the seal at a position (0: from the beginning) over the next positions,"
                            + " up to a limit. Go on with the position that the answer names.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-seal")
    VerificationView verify(@RequestParam(defaultValue = "0") @Min(0) long from) {
        var after =
                seals.link(from)
                        .orElseThrow(() -> new Refusal(problem(NOT_FOUND, "payment/unknown-seal")));
        var verdict = verifier.behind(after, properties.verifyAtOnce());
        return VerificationView.of(after, verdict, clock.instant());
    }

    record SealView(long position, @Schema(description = "SHA-256, hexadecimal") String hash) {
        static SealView of(Link link) {
            return new SealView(link.position(), link.hash().hex());
        }
    }

    record VerificationView(
            boolean intact,
            long from,
            @Schema(description = "The last position that fits, where the next request begins")
                    long through,
            @Schema(description = "The first position that does not fit")
                    @Nullable Long brokenPosition,
            @Nullable Fault fault,
            Instant asOf) {
        static VerificationView of(Link after, Verdict verdict, Instant asOf) {
            var from = after.position();
            return switch (verdict) {
                case Intact(var head) ->
                        new VerificationView(true, from, head.position(), null, null, asOf);
                case Broken(var position, var fault) ->
                        new VerificationView(false, from, position - 1, position, fault, asOf);
            };
        }
    }
}
