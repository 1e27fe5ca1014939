package guildhall.runtime.consume;

import guildhall.runtime.message.TopicPrefix;

/** What all subscriptions of a service share. */
record ConsumeTools(
        ConsumerStore store,
        DeliveryContext context,
        RetryPolicy retries,
        ConsumeMetrics metrics,
        TopicPrefix prefix) {}
