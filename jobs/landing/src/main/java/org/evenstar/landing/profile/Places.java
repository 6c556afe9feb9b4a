package org.evenstar.landing.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.evenstar.landing.profile.Evidence.Confidence;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where files of this kind lie below {@code landing/}, and what tells their month. */
final class Places {
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  private final Path landing;
  private final List<Evidence> evidence;

  Places(Path landing, List<Evidence> evidence) {
    this.landing = landing.toAbsolutePath().normalize();
    this.evidence = evidence;
  }

  void into(ObjectNode source, List<Path> files) {
    TreeSet<String> globs = new TreeSet<>();
    boolean haveMonths = true;
    for (Path file : files) {
      Path full = file.toAbsolutePath().normalize();
      Path path = full.startsWith(landing) ? landing.relativize(full) : full.getFileName();
      haveMonths &= haveMonth(path);
      globs.add(glob(path));
    }
    ArrayNode list = source.putArray("files");
    globs.forEach(list::add);
    ObjectNode period = source.putObject("period");
    if (haveMonths) {
      period.put("from", "path").put("pattern", "/(\\d{4})-(\\d{2})/");
    } else {
      period.put("from", "assessed_on");
    }
    evidence.add(
        new Evidence(
            "/period",
            "",
            haveMonths ? "a folder of the path is a month" : "no folder of the path is a month",
            haveMonths ? Confidence.SURE : Confidence.CHECK));
  }

  private static boolean haveMonth(Path path) {
    for (int i = 1; i < path.getNameCount() - 1; i++) {
      if (MONTH.matcher(path.getName(i).toString()).matches()) {
        return true;
      }
    }
    return false;
  }

  /** The path with a star for its month and its name. */
  private static String glob(Path path) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      String part = path.getName(i).toString();
      out.append(MONTH.matcher(part).matches() ? "*" : part).append('/');
    }
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return out.append('*').append(dot < 0 ? "" : name.substring(dot)).toString();
  }
}
