package guildhall.payment.seal.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param every how long after the end of one round the next one seals what was posted meanwhile
 * @param batch how many journals are sealed or verified in one step
 * @param verifyEvery how often the next stretch of the chain is recomputed
 * @param verifyAtOnce how many positions that stretch has, and at most one request of staff
 */
@ConfigurationProperties("guildhall.payment.seal")
record SealProperties(
        @DefaultValue("1s") Duration every,
        @DefaultValue("1000") int batch,
        @DefaultValue("1m") Duration verifyEvery,
        @DefaultValue("20000") int verifyAtOnce) {}
