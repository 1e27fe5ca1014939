package guildhall.runtime.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what a client may send.
 *
 * @param maxBody a larger request body is refused (413)
 */
@ConfigurationProperties("guildhall.web")
public record WebSettings(@DefaultValue("1MB") DataSize maxBody) {}
