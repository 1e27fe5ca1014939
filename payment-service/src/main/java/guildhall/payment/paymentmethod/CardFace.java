package guildhall.payment.paymentmethod;

import java.time.YearMonth;

/**
 * What people know a card by.
 *
 * @param brand as the provider writes it: {@code visa}
 * @param lastFour digits
 * @param expires the last month in which it can be used
 */
public record CardFace(String brand, String lastFour, YearMonth expires) {}
