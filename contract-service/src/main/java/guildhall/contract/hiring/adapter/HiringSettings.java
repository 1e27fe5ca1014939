package guildhall.contract.hiring.adapter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param daysForUnplannedWork how long the work may take when a proposal does not say
 */
@ConfigurationProperties("guildhall.contract.hiring")
record HiringSettings(@DefaultValue("30") int daysForUnplannedWork) {}
