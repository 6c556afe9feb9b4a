package org.evenstar.pipeline.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckNameTest {
  private static final Path PAGES = Path.of("../../docs/methods/checks");

  @ParameterizedTest
  @EnumSource
  void everyCheckHasItsPage(CheckName check) throws IOException {
    String page = Files.readString(PAGES.resolve(check.id() + ".md"), StandardCharsets.UTF_8);

    assertThat(page).startsWith("# " + check.title().en() + " · " + check.title().zh() + "\n");
    assertThat(page)
        .contains(
            List.of(
                "\n## Formula\n",
                "\n## Reference\n",
                "\n## Minimum n\n",
                "\n## Effect size and level\n",
                "\n## What to do\n"));
  }

  @Test
  void everyPageHasItsCheck() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      TreeSet<String> ids =
          pages
              .map(page -> page.getFileName().toString().replace(".md", ""))
              .filter(id -> !id.equals("README"))
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(CheckName.values()).map(CheckName::id).toList());
    }
  }

  @Test
  void theFirstChecksKeptTheirIds() {
    assertThat(CheckName.of("star_recomputed")).contains(CheckName.STAR_RECOMPUTED);
    assertThat(CheckName.of("copied_vector")).contains(CheckName.COPIED_VECTOR);
    assertThat(CheckName.of("severity")).contains(CheckName.SEVERITY);
    assertThat(CheckName.of("severity_domain")).contains(CheckName.SEVERITY_DOMAIN);
  }
}
