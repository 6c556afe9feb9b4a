package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 40 MB that fills; needs the right to mount one, and is skipped without. */
class DiskFullTest {
  private static final Path FOOD = Shell.FOOD;

  @TempDir Path folder;
  private Path disk;
  private boolean isMounted;
  private final Shell shell = new Shell();

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(System.getProperty("os.name").equals("Linux"), "tmpfs is Linux's");
    isMounted =
        Shell.command("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk.toString()) == 0;
    assumeTrue(isMounted, "no right to mount a disk");
  }

  @AfterEach
  void unmount() throws Exception {
    if (isMounted) {
      assertThat(Shell.command("umount", disk.toString())).as("a file was left open").isZero();
    }
  }

  @Test
  void theFormerReleaseStandsAndTheNextRunCompletesTheWork() throws Exception {
    assertThat(run("2024-01-01")).isZero();
    for (long free : new long[] {100_000, 300_000, 500_000, 750_000, 900_000, 1_060_000}) {
      fill(free);
      assertThat(run("2024-02-01")).isEqualTo(ExitCode.UNEXPECTED);
      assertThat(shell.complained.toString())
          .contains("No space left on device; free disk space and run again");
      assertThat(openFiles()).as("open files after %d bytes", free).isEmpty();
      assertThat(disk.resolve("out/releases/r0002")).doesNotExist();
      assertThat(verify("r0001")).isZero();
      Files.delete(disk.resolve("fill"));
    }
    assertThat(run("2024-02-01")).isZero();
    assertThat(verify("r0002")).isZero();
  }

  private int run(String asOf) {
    shell.complained.getBuffer().setLength(0);
    return shell.execute(
        "run",
        FOOD.toString(),
        "--out",
        disk.resolve("out").toString(),
        "--lang",
        "en",
        "--as-of",
        LocalDate.parse(asOf).toString());
  }

  private int verify(String release) {
    return shell.execute("verify", disk.resolve("out/releases").resolve(release).toString());
  }

  /** The files on the disk that this process holds open. */
  private List<String> openFiles() throws IOException {
    List<String> open = new ArrayList<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors) {
        if (Files.isSymbolicLink(descriptor)) {
          open.add(Files.readSymbolicLink(descriptor).toString());
        }
      }
    }
    open.removeIf(file -> !file.startsWith(disk.toString()));
    return open;
  }

  /** Leaves so many bytes free. */
  private void fill(long free) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(disk.resolve("fill").toFile(), "rw")) {
      byte[] block = new byte[4096];
      while (Files.getFileStore(disk).getUsableSpace() > free) {
        file.write(block);
      }
    }
  }
}
