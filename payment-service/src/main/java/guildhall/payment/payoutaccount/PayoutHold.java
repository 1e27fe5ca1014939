package guildhall.payment.payoutaccount;

import java.time.Duration;

/** How long nothing is paid to a destination that is new, as configured. */
public record PayoutHold(Duration length) {}
