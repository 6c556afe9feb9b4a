package org.evenstar.reports.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenstar.reports.ReportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class PageKeyTest {
  @TempDir Path folder;

  @Test
  void manyThatAskForTheKeyAtOnceGetOneAndLeaveNothingElse() throws IOException {
    Path release = Files.createDirectories(folder.resolve("releases/r0001"));

    Set<String> names =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> PageKey.of(release).name("91430100MA4L000000"))
            .collect(Collectors.toSet());

    assertThat(names).hasSize(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("page.key", "releases");
    }
  }

  @Test
  void aKeyCutShortIsRefusedAndNotReplaced() throws IOException {
    Path release = Files.createDirectories(folder.resolve("releases/r0001"));
    Path key = Files.writeString(folder.resolve("page.key"), "00ff\n");

    assertThatThrownBy(() -> PageKey.of(release))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("it holds 2 bytes, expected 32")
        .hasMessageContaining("put 64 hexadecimal digits there");
    assertThat(key).hasContent("00ff\n");
  }
}
