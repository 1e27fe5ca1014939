package guildhall.gateway.body;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param limit the largest request body
 */
@ConfigurationProperties("guildhall.gateway.body")
public record BodyProperties(@DefaultValue("256KB") DataSize limit) {}
