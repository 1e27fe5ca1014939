/** The rules behind {@link guildhall.testkit.ArchitectureRules}, one class per concern. */
@NullMarked
package guildhall.testkit.architecture;

import org.jspecify.annotations.NullMarked;
