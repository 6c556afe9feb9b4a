package org.evenstar.reports.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of one language, with plurals and numbers in its own form. */
public final class Texts {
  private final String language;
  private final ULocale locale;
  private final Properties patterns = new Properties();
  private final Map<String, String> plain = new ConcurrentHashMap<>();

  /** A format is not for several threads at once, and one lock would hold them all up. */
  private final ThreadLocal<Map<String, MessageFormat>> formats =
      ThreadLocal.withInitial(HashMap::new);

  private Texts(String language) {
    this.language = language;
    this.locale = language.equals("zh") ? ULocale.SIMPLIFIED_CHINESE : ULocale.UK;
    String file = "/org/evenstar/reports/messages_" + language + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of {@code zh} or {@code en}. */
  public static Texts in(String language) {
    return new Texts(language);
  }

  public String language() {
    return language;
  }

  /** Every key of the language. */
  public Set<String> keys() {
    return new TreeSet<>(patterns.stringPropertyNames());
  }

  /** Whether a text exists. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** A text without parameters. */
  public String of(String key) {
    return plain.computeIfAbsent(key, of -> of(of, Map.of()));
  }

  /** A text with named parameters: name, value, name, value … */
  public String of(String key, Object... arguments) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      named.put(arguments[i].toString(), arguments[i + 1]);
    }
    return of(key, named);
  }

  /** A text with its places unfilled, for a script to fill in. */
  public String pattern(String key) {
    return Optional.ofNullable(patterns.getProperty(key)).orElseThrow(() -> missing(key));
  }

  /** The text of a code of a closed list, such as {@code level.ALERT}; the code when unknown. */
  public String code(String list, String code) {
    return has(list + "." + code) ? of(list + "." + code) : code;
  }

  private String of(String key, Map<String, Object> arguments) {
    return formats.get().computeIfAbsent(key, this::compile).format(arguments);
  }

  private MessageFormat compile(String key) {
    return new MessageFormat(pattern(key), locale);
  }

  private IllegalArgumentException missing(String key) {
    return new IllegalArgumentException(
        "Cannot find text '" + key + "' in '" + language + "': add it to both message files");
  }
}
