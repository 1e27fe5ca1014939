package guildhall.payment.wallet.adapter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param csvLines the longest statement that is written as one file
 * @param csvBatch how many of its lines are read at a time; between two reads no connection is held
 */
@ConfigurationProperties("guildhall.payment.wallet")
record WalletProperties(@DefaultValue("100000") int csvLines, @DefaultValue("1000") int csvBatch) {}
