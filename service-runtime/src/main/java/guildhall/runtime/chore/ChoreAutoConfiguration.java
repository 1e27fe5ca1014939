package guildhall.runtime.chore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Runs the chores of the runtime and of the service. */
@AutoConfiguration
class ChoreAutoConfiguration {
    @Bean
    ChoreRunner choreRunner(ObjectProvider<Chore> chores) {
        return new ChoreRunner(chores.orderedStream().toList());
    }
}
