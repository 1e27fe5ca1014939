package guildhall.runtime.operate;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.runtime.process.OperatorAct;
import guildhall.runtime.process.ProcessOperations;
import guildhall.runtime.process.ProcessOperations.Outcome;
import guildhall.runtime.process.ProcessOperations.Query;
import guildhall.runtime.process.ProcessStatus;
import guildhall.runtime.process.ProcessStep;
import guildhall.runtime.process.StoredProcess;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Problems;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Processes, for operators. */
@RestController
@RequestMapping("/v1/operations/${guildhall.service}/processes")
@StaffOnly({"SUPPORT_AGENT", "FINANCE_OPS", "ADMIN"})
@Tag(name = "Operations")
class ProcessController {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessController.class);

    /** A process and everything that happened to it. */
    record ProcessWithHistory(StoredProcess process, List<ProcessStep> history) {}

    record ActRequest(@NotNull OperatorAct act, @NotBlank @Size(max = 500) String reason) {}

    private final ProcessOperations processes;
    private final OperatorDesk desk;
    private final TransactionOperations transactions;
    private final Clock clock;

    ProcessController(
            ProcessOperations processes,
            OperatorDesk desk,
            TransactionOperations transactions,
            Clock clock) {
        this.processes = processes;
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Processes by status, type and age, oldest first")
    Page<StoredProcess> list(
            @RequestParam(defaultValue = "") Set<ProcessStatus> status,
            @RequestParam(required = false) @Size(max = 100) @Nullable String type,
            @RequestParam(required = false) @Nullable Duration olderThan,
            Paging paging) {
        var before = olderThan == null ? null : ago(olderThan);
        var after = paging.cursor().map(ProcessCursor::parse).orElse(null);
        var query = new Query(status, type, before, after, paging.rows());
        return Page.of(processes.list(query), paging.limit(), ProcessCursor::of);
    }

    /** At the most as long ago as time is counted from: nothing here is older. */
    private Instant ago(Duration age) {
        if (age.isNegative()) {
            throw Refusal.parameter("olderThan", "must not be negative");
        }
        var now = clock.instant();
        var most = Duration.between(Instant.EPOCH, now);
        return now.minus(age.compareTo(most) < 0 ? age : most);
    }

    @GetMapping("/{type}/{businessKey}")
    @Operation(summary = "One process with its history")
    ResponseEntity<ProcessWithHistory> show(
            @PathVariable String type, @PathVariable String businessKey) {
        return processes
                .find(type, businessKey)
                .map(found -> new ProcessWithHistory(found, processes.history(type, businessKey)))
                .map(ResponseEntity::ok)
                .orElseGet(ProcessController::unknown);
    }

    @PostMapping("/{type}/{businessKey}/acts")
    @StaffOnly({"FINANCE_OPS", "ADMIN"})
    @Operation(summary = "Retry, skip or compensate the step that a process is stuck in")
    ResponseEntity<StoredProcess> act(
            @PathVariable String type,
            @PathVariable String businessKey,
            @Valid @RequestBody ActRequest request,
            Caller operator) {
        try {
            return transactions.execute(transaction -> {
                var outcome = processes.act(type, businessKey, request.act());
                if (outcome instanceof Outcome.Done) {
                    desk.record(
                            operator,
                            "process." + request.act().name().toLowerCase(Locale.ROOT),
                            type + "/" + businessKey,
                            request.reason());
                } else {
                    transaction.setRollbackOnly();
                }
                return answer(outcome);
            });
        } catch (IllegalStateException impossible) {
            LOG.warn("{} is impossible for {} {}", request.act(), type, businessKey, impossible);
            return Problems.answer(problem(CONFLICT, "operations/act-impossible"));
        }
    }

    private static ResponseEntity<StoredProcess> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var process) -> ResponseEntity.ok(process);
            case Outcome.NotStuck _ ->
                    Problems.answer(problem(CONFLICT, "operations/process-not-stuck"));
            case Outcome.Unknown _ -> unknown();
        };
    }

    private static <T> ResponseEntity<T> unknown() {
        return Problems.answer(problem(NOT_FOUND, "operations/unknown-process"));
    }
}
