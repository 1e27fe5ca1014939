package guildhall.messaging;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MessagingServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(MessagingServiceApplication.class, args);
    }
}
