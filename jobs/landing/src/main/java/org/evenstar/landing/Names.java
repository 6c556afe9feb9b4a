package org.evenstar.landing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenstar.schemas.config.Body;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** Bodies and months as files, folders and columns of one source name them. */
final class Names {
  private final RunConfig config;
  private final Source source;
  private final @Nullable Pattern bodyPattern;
  private final @Nullable Pattern periodPattern;
  private final Map<String, Body> bodyByKey = new HashMap<>();

  Names(RunConfig config, Source source) {
    this.config = config;
    this.source = source;
    String body = source.body().pattern();
    String period = source.period().pattern();
    this.bodyPattern = body == null ? null : Pattern.compile(body);
    this.periodPattern = period == null ? null : Pattern.compile(period);
    for (Body known : config.bodies()) {
      bodyByKey.put(known.bodyId(), known);
      bodyByKey.put(known.name().zh(), known);
      bodyByKey.put(known.name().en(), known);
      known.fileKeys().forEach(key -> bodyByKey.put(key, known));
    }
  }

  /** The body that a text names, or null. */
  @Nullable Body body(String text) {
    return bodyByKey.get(text);
  }

  /** Every text that names a body. */
  Iterable<String> bodyNames() {
    return bodyByKey.keySet();
  }

  /** The body that the source or the path names; null when each row names its own. */
  @Nullable Body bodyOfPath(String path) {
    String id = source.body().id();
    if (id != null) {
      return config.body(id).orElseThrow();
    }
    if (bodyPattern == null) {
      return null;
    }
    Matcher matcher = bodyPattern.matcher(path);
    return matcher.find() ? bodyByKey.get(matcher.group(1)) : null;
  }

  /** Whether each row names its own body. */
  boolean isBodyInRows() {
    return "column".equals(source.body().from());
  }

  /** The month that the source or the path names; null when each row has its own. */
  @Nullable String periodOfPath(String path) {
    if (source.period().value() != null) {
      return source.period().value();
    }
    if (!"path".equals(source.period().from())) {
      return null;
    }
    Matcher matcher = Objects.requireNonNull(periodPattern).matcher("/" + path);
    return matcher.find() ? matcher.group(1) + "-" + matcher.group(2) : null;
  }
}
