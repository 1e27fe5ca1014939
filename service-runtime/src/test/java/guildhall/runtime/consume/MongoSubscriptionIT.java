package guildhall.runtime.consume;

import guildhall.messages.id.EscrowId;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.sample.SampleMongo;
import guildhall.runtime.sample.SampleService;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The effect is a document with a natural key, which a repetition replaces. */
class MongoSubscriptionIT extends SubscriptionContract {
    @Override
    SampleService.Blueprint blueprint() {
        return SampleService.blueprint()
                .onMongo(SampleMongo.freshDatabase())
                .using(SampleReleases.class, EffectDocuments.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class EffectDocuments {
        private static final AtomicLong SEQUENCE = new AtomicLong();

        @Bean
        SampleReleases.Effects effects(MongoOperations mongo) {
            return new SampleReleases.Effects() {
                @Override
                public void write(ReleaseEscrowV1 release, Runnable trouble) {
                    trouble.run();
                    mongo.save(
                            new Document("_id", release.releaseId().toString())
                                    .append("seq", SEQUENCE.incrementAndGet())
                                    .append("escrow", release.escrowId().toString())
                                    .append("amount", release.amount().minorUnits()),
                            "effect");
                }

                @Override
                public List<Long> of(EscrowId escrow) {
                    var ofEscrow = Query.query(Criteria.where("escrow").is(escrow.toString()));
                    return mongo
                            .find(ofEscrow.with(Sort.by("seq")), Document.class, "effect")
                            .stream()
                            .map(effect -> effect.get("amount", Number.class).longValue())
                            .toList();
                }
            };
        }
    }
}
