package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenstar.pipeline.publish.Hashes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are killed, kept out or refused by the disk. */
class InterruptedRunTest {
  private static final String FIRST = "2024-01-01";
  private static final String SECOND = "2024-02-01";

  @TempDir static Path folder;

  /** What two runs leave that nobody interrupts. */
  private static List<String> expected;

  private final Shell shell = new Shell();

  @BeforeAll
  static void runTwice() throws IOException {
    Path out = folder.resolve("whole");
    assertThat(run(new Shell(), out, FIRST)).isZero();
    assertThat(run(new Shell(), out, SECOND)).isZero();
    expected = published(out);
  }

  /** Killed when the path computes, when the release is half written, when the site is. */
  @ParameterizedTest
  @ValueSource(strings = {".work/tables", "releases/.r0002.tmp/policy", ".site.tmp"})
  void aKilledRunLeavesTheFormerReleaseAndTheNextRunCompletes(String moment) throws Exception {
    Path out = folder.resolve(moment.replaceAll("\\W", ""));
    assertThat(run(shell, out, FIRST)).isZero();
    Process process = start(out, SECOND);
    while (process.isAlive() && !Files.exists(out.resolve(moment))) {
      Thread.sleep(1);
    }
    process.destroyForcibly().waitFor();

    assertThat(verify(out, "r0001")).isZero();
    assertThat(run(shell, out, SECOND)).as(shell.complained.toString()).isZero();
    assertThat(verify(out, "r0002")).isZero();
    assertThat(published(out)).isEqualTo(expected);
    assertThat(Files.readString(out.resolve("current")).strip()).isEqualTo("r0002");
  }

  @Test
  void asLongAsOneRunWritesAnotherIsKeptOutAndToldByWhom() throws IOException {
    Path out = folder.resolve("held");
    Files.createDirectories(out.resolve(".work"));
    Files.writeString(
        out.resolve(".work/owner"), "process " + ProcessHandle.current().pid() + "\n");
    try (FileChannel channel =
            FileChannel.open(
                out.resolve(".work/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();

      assertThat(run(shell, out, FIRST)).isEqualTo(ExitCode.UNEXPECTED);

      assertThat(shell.complained.toString())
          .contains("Cannot write to '" + out + "': another run holds it (process ")
          .contains("since less than a minute); wait for it to end, or stop it");
      Files.writeString(out.resolve(".work/owner"), "process 999999999999\n");
      assertThat(run(shell, out, FIRST)).isEqualTo(ExitCode.UNEXPECTED);
      assertThat(shell.complained.toString())
          .contains("(process 999999999999, since less than a minute), and no such process runs");
    }
    assertThat(out.resolve("releases"))
        .satisfiesAnyOf(
            none -> assertThat(none).doesNotExist(), empty -> assertThat(empty).isEmptyDirectory());
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidToBe() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(System.getProperty("os.name").equals("Linux"), "tmpfs is Linux's");
    assumeTrue(
        Shell.command("mount", "-t", "tmpfs", "-o", "size=1m,ro", "tmpfs", disk.toString()) == 0,
        "no right to mount a disk");
    try {
      assertThat(run(shell, disk.resolve("out"), FIRST)).isEqualTo(ExitCode.UNEXPECTED);
      assertThat(shell.complained.toString())
          .contains("Read-only file system; make it writable or choose another folder with --out");
    } finally {
      Shell.command("umount", disk.toString());
    }
  }

  /**
   * Every file with its hash; by name alone those of the work area, whose landed batches are named
   * by content, and what has the times of runs.
   */
  private static List<String> published(Path out) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(out)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String path = out.relativize(file).toString();
        boolean isByName =
            path.startsWith(".work/") || List.of("metrics.json", "lineage.jsonl").contains(path);
        files.add(isByName ? path : path + " " + Hashes.sha256(file));
      }
    }
    return files;
  }

  private int verify(Path out, String release) {
    return shell.execute("verify", out.resolve("releases").resolve(release).toString());
  }

  private static int run(Shell shell, Path out, String asOf) {
    return shell.execute(arguments(out, asOf));
  }

  private static String[] arguments(Path out, String asOf) {
    return new String[] {
      "run", Shell.FOOD.toString(), "--out", out.toString(), "--lang", "en", "--as-of", asOf
    };
  }

  /** A run in a Java of its own, so that it can be killed. */
  private static Process start(Path out, String asOf) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Evenstar.class.getName());
    command.addAll(List.of(arguments(out, asOf)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
