package org.evenstar.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One page of every kind: a kind is a folder with the word that its files' names begin with. Of
 * each kind the heaviest page, because it holds most.
 */
public final class PageKinds {
  /** Words that names of files begin with; other names are codes of bodies and institutions. */
  private static final Set<String> NAMED =
      Set.of("index", "table", "signals", "codebook", "region", "briefing");

  private PageKinds() {}

  /** The pages of one language's folder, by kind. */
  public static Map<String, Path> of(Path language) throws IOException {
    Map<String, Path> kinds = new TreeMap<>();
    try (Stream<Path> files = Files.walk(language)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
        kinds.merge(kind(language, file), file, PageKinds::heavier);
      }
    }
    return kinds;
  }

  /** The pages of one language's folder, one of every kind. */
  public static List<Path> pages(Path language) throws IOException {
    return List.copyOf(of(language).values());
  }

  private static String kind(Path language, Path file) {
    String name = file.getFileName().toString();
    String first = name.split("[-.]", 2)[0];
    String folder = language.relativize(file.getParent()).toString();
    return (folder + " " + (NAMED.contains(first) ? first : "own")).strip();
  }

  private static Path heavier(Path one, Path other) {
    return other.toFile().length() > one.toFile().length() ? other : one;
  }
}
