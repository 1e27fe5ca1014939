package guildhall.payment.groupcommit.adapter;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param largestGroup changes in one transaction
 * @param waiting changes in line before further ones are refused
 * @param waitingPerCaller the same for one caller
 * @param workers transactions at the same time; more than two only queue up at the busy accounts
 */
@Validated
@ConfigurationProperties("guildhall.payment.group-commit")
record GroupCommitProperties(
        @Min(1) @DefaultValue("256") int largestGroup,
        @Min(1) @DefaultValue("2048") int waiting,
        @Min(1) @DefaultValue("256") int waitingPerCaller,
        @Min(1) @DefaultValue("2") int workers) {
    GroupCommit.Limits limits() {
        return new GroupCommit.Limits(largestGroup, waiting, waitingPerCaller, workers);
    }
}
