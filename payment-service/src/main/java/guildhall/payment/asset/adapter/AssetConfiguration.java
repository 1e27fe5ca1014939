package guildhall.payment.asset.adapter;

import guildhall.messages.payment.AssetCommands.CaptureAssetPaymentV1;
import guildhall.messages.payment.AssetCommands.RefundAssetPaymentV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssetConfiguration {
    @Bean
    Subscription assetCommands(AssetMessages assets) {
        return Subscription.named("payment.assets")
                .on(CaptureAssetPaymentV1.class, m -> assets.capture(m.message()))
                .on(RefundAssetPaymentV1.class, m -> assets.refund(m.message()));
    }
}
