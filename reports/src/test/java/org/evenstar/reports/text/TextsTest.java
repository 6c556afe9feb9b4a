package org.evenstar.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that a reader meets stands in both message files, and only there. */
class TextsTest {
  private static final Path MAIN = Path.of("src/main");

  /** A text called for by its whole key. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?:\\bt|pattern|texts\\(\\)\\.of)\\(\\s*\"([a-z][a-zA-Z0-9_.]*[a-zA-Z0-9])\"\\s*[,)]");

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)[,}]");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}：，。；（）]");

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() {
    Texts zh = Texts.in("zh");
    Texts en = Texts.in("en");

    assertThat(zh.keys()).isEqualTo(en.keys());
    assertThat(zh.keys())
        .allSatisfy(
            key ->
                assertThat(places(en.pattern(key))).as(key).containsAll(places(zh.pattern(key))));
  }

  @Test
  void everyTextThatIsCalledForIsThere() throws IOException {
    Set<String> called = new TreeSet<>();
    for (Path file : sources("java", "jte")) {
      Matcher matcher = KEY.matcher(Files.readString(file));
      while (matcher.find()) {
        called.add(matcher.group(1));
      }
    }

    assertThat(called).hasSizeGreaterThan(200);
    assertThat(Texts.in("en").keys()).containsAll(called);
  }

  /** What templates say comes out of the message files: between their tags stand places only. */
  @Test
  void noTemplateHoldsAWordOfItsOwn() throws IOException {
    for (Path file : sources("jte")) {
      String text =
          Files.readString(file)
              .replaceAll("(?m)^\\s*(@|!\\{).*$", "")
              .replaceAll("@(if|elseif|template\\.\\w+|for)\\([^\\n]*?\\)(?=[<$@]|$)", "")
              .replaceAll("@(else|endif|endfor|raw|endraw)", "")
              .replaceAll("\\$\\{[^}]*\\}", "")
              .replaceAll("(?s)<[^>]*>", " ");
      assertThat(text).as(file.toString()).doesNotContainPattern("\\p{L}{2,}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "js", "jte", "css"})
  void noChineseStandsOutsideTheMessageFiles(String kind) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources(kind)) {
      // The door without a language, and the tiles' names, are in both languages by themselves.
      if (!file.endsWith("PageWriter.java") && !file.endsWith("Unit37.java")) {
        Files.readAllLines(file).stream()
            .filter(line -> HAN.matcher(line).find())
            .forEach(line -> found.add(file + ": " + line.strip()));
      }
    }
    assertThat(found).isEmpty();
  }

  private static Set<String> places(String pattern) {
    Set<String> out = new TreeSet<>();
    Matcher matcher = PLACE.matcher(pattern);
    while (matcher.find()) {
      out.add(matcher.group(1));
    }
    return out;
  }

  private static List<Path> sources(String... kinds) throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> Stream.of(kinds).anyMatch(kind -> file.toString().endsWith("." + kind)))
          .sorted()
          .toList();
    }
  }
}
