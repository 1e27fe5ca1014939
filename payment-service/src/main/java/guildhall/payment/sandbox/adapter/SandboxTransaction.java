package guildhall.payment.sandbox.adapter;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Another company's records are never rolled back with ours. */
@WithSandbox
@Component
class SandboxTransaction {
    private final TransactionTemplate own;

    SandboxTransaction(PlatformTransactionManager transactions) {
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    <T> T call(Supplier<T> work) {
        return own.execute(_ -> work.get());
    }
}
