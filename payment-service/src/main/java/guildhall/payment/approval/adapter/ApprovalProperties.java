package guildhall.payment.approval.adapter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param secondPersonFrom major units of any currency from which on two of the staff have to
 *     approve
 */
@ConfigurationProperties("guildhall.payment.approval")
record ApprovalProperties(@DefaultValue("1500") long secondPersonFrom) {}
