package org.evenstar.schemas.config;

/** A text in Chinese and English. */
public record LocalText(String zh, String en) {

  /** The text in a language: {@code zh} or {@code en}. */
  public String in(String language) {
    return language.equals("zh") ? zh : en;
  }
}
