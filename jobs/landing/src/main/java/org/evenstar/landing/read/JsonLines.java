package org.evenstar.landing.read;

import java.io.IOException;
import java.io.Reader;
import org.evenstar.landing.decode.Found;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;

/** JSON Lines: one object a line; a line that is none is broken, and the next is read. */
final class JsonLines implements JsonElements {
  private final Reader text;
  private final StringBuilder line = new StringBuilder();
  private boolean isLineEnded;
  private int number;
  private @Nullable Found broken;

  /**
   * @param text buffered
   */
  JsonLines(Reader text) {
    this.text = text;
  }

  @Override
  public boolean next(Reading reading) throws IOException {
    do {
      if (!readLine()) {
        return false;
      }
      number++;
    } while (line.toString().isBlank());
    broken = null;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line.toString())) {
      parser.nextToken();
      reading.read(parser);
      if (parser.nextToken() != null) {
        broken = defect("one object");
      }
    } catch (StreamConstraintsException e) {
      throw Unreadable.unsafe("line " + number + ": " + e.getOriginalMessage());
    } catch (JacksonException e) {
      broken = isLineEnded ? defect("valid JSON") : Found.of("FILE_CUT_OFF", "line " + number);
    }
    return true;
  }

  private Found defect(String expected) {
    return Found.of("ROW_BROKEN", Integer.toString(number), expected);
  }

  private boolean readLine() throws IOException {
    line.setLength(0);
    isLineEnded = false;
    int c = text.read();
    if (c < 0) {
      return false;
    }
    while (c >= 0) {
      if (c == '\n') {
        isLineEnded = true;
        return true;
      }
      line.append((char) c);
      if (line.length() > SafetyLimits.ROW_CHARACTERS) {
        throw Unreadable.unsafe(
            "line " + (number + 1) + " is longer than " + SafetyLimits.ROW_CHARACTERS);
      }
      c = text.read();
    }
    return true;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public @Nullable Found broken() {
    return broken;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
