package guildhall.stack.doctor;

import guildhall.stack.component.Supervisor;
import guildhall.stack.doctor.Finding.Broken;
import guildhall.stack.doctor.Finding.Doubtful;
import guildhall.stack.doctor.Finding.Fine;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;

/** Runs all checks and prints what they found. */
public final class Doctor {

    /** False when a start would fail. */
    public static boolean examine(
            StackHome home,
            StackSettings settings,
            Collection<Supervisor> supervisors,
            PrintStream out) {
        var findings = new ArrayList<Finding>();
        findings.addAll(new MachineChecks(home).findings());
        findings.addAll(new StackChecks(supervisors, settings, home.logs()).findings());
        findings.forEach(finding -> print(finding, out));
        var healthy = findings.stream().noneMatch(Broken.class::isInstance);
        out.println(healthy ? "Nothing stands in the way." : "Something stands in the way.");
        return healthy;
    }

    private static void print(Finding finding, PrintStream out) {
        switch (finding) {
            case Fine fine -> out.println("  ok       " + fine.text());
            case Doubtful(String text, String advice) -> {
                out.println("  doubtful " + text);
                out.println("           -> " + advice);
            }
            case Broken(String text, String advice) -> {
                out.println("  BROKEN   " + text);
                out.println("           -> " + advice);
            }
        }
    }

    private Doctor() {}
}
