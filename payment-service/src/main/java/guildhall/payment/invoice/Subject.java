package guildhall.payment.invoice;

import java.util.UUID;

/**
 * What an invoice is about.
 *
 * @param type {@code release}, {@code asset}, {@code credit-purchase}, {@code subscription} or
 *     {@code service}
 */
public record Subject(String type, UUID id) {
    /** Something that the platform did and bills by hand. */
    public static final String SERVICE = "service";

    /** Only such an invoice is paid by its recipient's decision; others by what they are about. */
    public boolean isPaidOnDemand() {
        return type.equals(SERVICE);
    }
}
