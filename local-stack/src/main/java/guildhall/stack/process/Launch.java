package guildhall.stack.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How to start one process. The environment is added to that of the program itself. */
public record Launch(List<String> command, Map<String, String> environment, Path folder) {
    private static final int FINGERPRINT_BYTES = 8;

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Says whether two launches are the same without revealing the secrets in them. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(command.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(new TreeMap<>(environment).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
