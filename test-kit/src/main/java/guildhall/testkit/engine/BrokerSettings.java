package guildhall.testkit.engine;

import java.util.Map;

/** Broker settings that make tests quick without changing what a client can see. */
public final class BrokerSettings {
    /** Three, so that code that assumes one partition is found out. */
    public static final int PARTITIONS = 3;

    public static final Map<String, String> SHARED =
            Map.of(
                    "num.partitions", String.valueOf(PARTITIONS),
                    "group.initial.rebalance.delay.ms", "0",
                    "offsets.topic.num.partitions", "1",
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.num.partitions", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "log.index.size.max.bytes", "65536",
                    "file.delete.delay.ms", "1000");

    private BrokerSettings() {}
}
