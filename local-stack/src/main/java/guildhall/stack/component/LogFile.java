package guildhall.stack.component;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The output of one component, over all its lives. */
public record LogFile(Path path) {
    private static final int TAIL_BYTES = 256 * 1024;

    /** Keeps one older generation, so that the folder cannot grow for ever. */
    public void putAsideIfLargerThan(long bytes) throws IOException {
        if (Files.exists(path) && Files.size(path) > bytes) {
            Files.move(
                    path,
                    path.resolveSibling(path.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines; fewer when they are very long. Empty when there is no file. */
    public List<String> tail(int lines) {
        return lastLinesFrom(0, lines);
    }

    /** The last lines of what was written after a position in the file. */
    public List<String> lastLinesFrom(long position, int lines) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var start = Math.max(position, file.length() - TAIL_BYTES);
            var bytes = new byte[(int) Math.max(0, file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }
}
