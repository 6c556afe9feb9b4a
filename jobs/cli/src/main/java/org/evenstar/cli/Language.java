package org.evenstar.cli;

import picocli.CommandLine.Option;

/** In which language a verb speaks. */
@SuppressWarnings("NullAway.Init")
final class Language {
  @Option(
      names = "--lang",
      defaultValue = "zh",
      paramLabel = "zh|en",
      description = "Language of what is said")
  private String language;

  /** The language: zh or en. */
  String code() {
    if (!language.equals("zh") && !language.equals("en")) {
      throw new IllegalArgumentException(
          "Cannot speak language '" + language + "': known are zh and en; choose one");
    }
    return language;
  }

  /** Whether to speak Chinese. */
  boolean isChinese() {
    return code().equals("zh");
  }
}
