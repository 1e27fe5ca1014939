package guildhall.gateway.body;

import guildhall.gateway.problem.ProblemHandler;
import guildhall.gateway.problem.ProblemWriter;
import guildhall.gateway.request.FilterOrder;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
@Order(FilterOrder.BODY)
class BodyLimitFilter implements WebFilter {
    private final long limit;
    private final ProblemWriter problems;

    BodyLimitFilter(BodyProperties properties, ProblemWriter problems) {
        limit = properties.limit().toBytes();
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        var length = headers.getContentLength();
        if (length > limit) {
            return problems.write(exchange, ProblemHandler.problemOf(tooLarge()));
        }
        if (length >= 0 || headers.getFirst("Transfer-Encoding") == null) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().request(counted(exchange)).build());
    }

    private ServerHttpRequestDecorator counted(ServerWebExchange exchange) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                var seen = new AtomicLong();
                return super.getBody()
                        .doOnNext(buffer -> {
                            if (seen.addAndGet(buffer.readableByteCount()) > limit) {
                                DataBufferUtils.release(buffer);
                                throw tooLarge();
                            }
                        });
            }
        };
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
}
