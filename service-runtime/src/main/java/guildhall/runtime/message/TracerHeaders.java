package guildhall.runtime.message;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes them from Micrometer Tracing. */
final class TracerHeaders implements TraceHeaders {
    private final Tracer tracer;
    private final Propagator propagator;

    TracerHeaders(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public Map<String, String> current() {
        var context = tracer.currentTraceContext().context();
        if (context == null) {
            return Map.of();
        }
        var headers = new LinkedHashMap<String, String>();
        propagator.inject(context, headers, (_, name, value) -> headers.put(name, value));
        return headers;
    }
}
