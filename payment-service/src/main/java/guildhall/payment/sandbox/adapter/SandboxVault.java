package guildhall.payment.sandbox.adapter;

import guildhall.messages.party.Party;
import guildhall.payment.paymentmethod.CardFace;
import guildhall.payment.paymentmethod.MethodVault;
import guildhall.payment.paymentmethod.PaymentMethodId;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pretends that every owner has given a card as soon as it is asked for. */
@WithSandbox
@Component
class SandboxVault implements MethodVault {
    private static final CardFace CARD = new CardFace("visa", "4242", YearMonth.of(2099, 12));

    @Override
    public String provider() {
        return SandboxConfiguration.PROVIDER;
    }

    @Override
    public String begin(PaymentMethodId id, Party owner) {
        return "sandbox_secret_" + id;
    }

    @Override
    public Optional<Kept> kept(PaymentMethodId id) {
        return Optional.of(new Kept("pm_" + id, CARD));
    }

    /** There is nothing to forget. */
    @Override
    public void forget(String token) {}
}
