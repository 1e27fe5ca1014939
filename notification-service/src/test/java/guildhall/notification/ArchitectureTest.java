package guildhall.notification;

import guildhall.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheHouseRules() {
        ArchitectureRules.check("guildhall.notification");
    }
}
