package guildhall.payment.crash;

import guildhall.payment.PaymentServiceApplication;
import guildhall.payment.escrow.adapter.EscrowDoor;
import guildhall.payment.tip.adapter.TipDoor;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The service as a process of its own that does a task and dies in the middle of it. Arguments: the
 * name of the task, the moment, and how many transactions are let through before. Writes one line
 * for every piece of work that was answered.
 */
final class DyingProcess {
    static final int DEAD = 77;
    static final String ANSWERED = "answered: ";
    static final String READY = "ready";

    public static void main(String[] arguments) throws IOException {
        var task = new Task(arguments[0]);
        var moment = Moment.valueOf(arguments[1]);
        var death = new Death(moment, Integer.parseInt(arguments[2]));
        var service =
                new SpringApplicationBuilder(
                                PaymentServiceApplication.class, EscrowDoor.class, TipDoor.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .initializers(
                                context -> context.getBeanFactory().addBeanPostProcessor(death))
                        .properties(
                                Map.of(
                                        "guildhall.consume.enabled", "false",
                                        "guildhall.outbox.relay.enabled", "false",
                                        "spring.main.banner-mode", "off",
                                        "logging.level.root", "WARN"))
                        .run();
        var desks = new Desks(service.getBean(EscrowDoor.class), service.getBean(TipDoor.class));
        say(READY);
        death.beginToCount();
        desks.work(task, piece -> say(ANSWERED + piece));
        if (moment == Moment.NEVER) {
            System.in.read(); // Whoever is to kill it may be slower than its work, or gone.
        }
        Runtime.getRuntime().halt(0);
    }

    /** A line is written at once and as a whole. */
    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private DyingProcess() {}
}
