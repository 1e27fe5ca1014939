package guildhall.payment.provider;

/** The provider did not answer; the request may have arrived all the same. */
public final class ProviderUnavailableException extends RuntimeException {
    public ProviderUnavailableException(String message) {
        super(message);
    }
}
