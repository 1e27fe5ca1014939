package guildhall.gateway.request;

/** The order in which a request passes the filters, outermost first. */
public final class FilterOrder {
    public static final int OBSERVE = -510;
    public static final int REQUEST = -500;
    public static final int ORIGIN = -490;
    public static final int BODY = -480;
    public static final int TOKEN = -470;
    public static final int LIMIT = -460;

    private FilterOrder() {}
}
