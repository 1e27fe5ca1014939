package guildhall.runtime.operate;

import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators did in this service. */
@RestController
@RequestMapping("/v1/operations/${guildhall.service}/audit")
@StaffOnly({"COMPLIANCE", "ADMIN"})
@Tag(name = "Operations")
class AuditController {
    private final OperatorAudit audit;

    AuditController(OperatorAudit audit) {
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Acts of operators, newest first")
    Page<AuditEntry> list(Paging paging) {
        var after = paging.afterId().orElse(null);
        return Page.of(
                audit.list(after, paging.rows()), paging.limit(), entry -> entry.id().toString());
    }
}
