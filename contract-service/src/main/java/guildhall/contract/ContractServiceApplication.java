package guildhall.contract;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Contracts, milestones, and the processes hire and fund, release and cancel. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ContractServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(ContractServiceApplication.class, args);
    }
}
