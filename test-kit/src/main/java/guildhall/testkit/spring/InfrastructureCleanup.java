package guildhall.testkit.spring;

import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Closes the context of a test class that had infrastructure of its own, then gives that back.
 * Otherwise every finished class would keep consumers, a relay and a replication slot until the JVM
 * ends.
 */
final class InfrastructureCleanup implements TestExecutionListener, Ordered {
    /** First in, so last out: after Spring's own listeners. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterTestClass(TestContext test) {
        var isOwner =
                Environments.ownerOf(test.getTestClass())
                        .filter(test.getTestClass()::equals)
                        .isPresent();
        if (!isOwner) {
            return;
        }
        test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        Environments.close(test.getTestClass());
    }
}
