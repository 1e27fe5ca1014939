package guildhall.runtime.outbox;

/** The parts of the outbox that live in PostgreSQL. */
record OutboxStore(
        ReplicationSlot slot, OutboxLog log, RelayProgress progress, Republication republication) {}
