package guildhall.job;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class JobServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(JobServiceApplication.class, args);
    }
}
