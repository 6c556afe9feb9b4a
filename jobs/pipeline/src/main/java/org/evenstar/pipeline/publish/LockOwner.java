package org.evenstar.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Who holds an output folder: {@code .work/owner}. The lock itself is the operating system's and
 * ends with its process, so that nothing is to be removed after a killed run.
 *
 * @param process number of the process, 0 when it is not known
 * @param age since when it holds the folder
 */
record LockOwner(long process, Duration age) {
  private static final String PROCESS = "process ";

  static void write(Path out) throws IOException {
    Files.writeString(file(out), PROCESS + ProcessHandle.current().pid() + "\n");
  }

  static LockOwner of(Path out) throws IOException {
    Path file = file(out);
    if (!Files.exists(file)) {
      return new LockOwner(0, Duration.ZERO);
    }
    String said = Files.readString(file).strip();
    long process =
        said.matches(PROCESS + "[0-9]{1,18}")
            ? Long.parseLong(said.substring(PROCESS.length()))
            : 0;
    Instant since = Files.getLastModifiedTime(file).toInstant();
    return new LockOwner(process, Duration.between(since, Instant.now()));
  }

  private static Path file(Path out) {
    return out.resolve(".work/owner");
  }

  /** The rest of a message that begins with what cannot be written to. */
  String explained() {
    String who = "another run holds it (process " + process + ", " + minutes() + ")";
    return ProcessHandle.of(process).isPresent()
        ? who + "; wait for it to end, or stop it"
        : who
            + ", and no such process runs here: it runs on another machine that shares the folder,"
            + " or the disk keeps the lock of a machine that is gone; end it there, or write to"
            + " another folder";
  }

  private String minutes() {
    return age.toMinutes() < 1 ? "since less than a minute" : "for " + age.toMinutes() + " min";
  }
}
