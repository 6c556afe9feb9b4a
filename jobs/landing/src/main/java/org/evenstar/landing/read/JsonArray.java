package org.evenstar.landing.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;
import org.evenstar.landing.decode.Found;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** The elements of an array inside one JSON document. */
final class JsonArray implements JsonElements {
  private final Counted text;
  private final JsonParser parser;
  private final String pointer;
  private boolean isOpen;
  private boolean isDone;
  private int number;

  /**
   * @param pointer JSON pointer of the array, empty for the document itself
   */
  JsonArray(Reader text, String pointer) {
    this.text = new Counted(text);
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), this.text);
    this.pointer = pointer;
  }

  @Override
  public boolean next(Reading reading) throws IOException {
    try {
      if (isDone) {
        return false;
      }
      if (!isOpen) {
        open();
        isOpen = true;
      }
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        isDone = true;
        while (parser.nextToken() != null) {
          parser.skipChildren();
        }
        return false;
      }
      number++;
      reading.read(parser);
      return true;
    } catch (JacksonException e) {
      throw unreadable(e, !parser.streamReadContext().inRoot() && text.isEnd(e.getLocation()));
    }
  }

  /** Goes to the array's start. */
  private void open() throws Unreadable {
    parser.nextToken();
    for (String name : pointer.split("/", -1)) {
      if (!name.isEmpty() && !descend(name)) {
        throw absent();
      }
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw absent();
    }
  }

  private boolean descend(String name) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isIt = parser.currentName().equals(name);
      parser.nextToken();
      if (isIt) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private Unreadable absent() {
    return new Unreadable(
        "FILE_WRONG_FORMAT",
        "JSON without an array at '" + pointer + "'",
        "JSON with an array at '" + pointer + "'");
  }

  private static IOException unreadable(JacksonException e, boolean isAtEnd) {
    if (e instanceof JacksonIOException io) {
      return io.getCause();
    }
    if (e instanceof StreamConstraintsException) {
      return Unreadable.unsafe(e.getOriginalMessage());
    }
    TokenStreamLocation at = e.getLocation();
    String place =
        at == null ? "somewhere" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    return isAtEnd || e instanceof UnexpectedEndOfInputException
        ? Unreadable.cutOff("the document ends in the middle, at " + place)
        : new Unreadable("FILE_WRONG_FORMAT", "no valid JSON from " + place, "JSON");
  }

  /** Counts what was read, to tell a text that ends too early from one that is wrong. */
  private static final class Counted extends FilterReader {
    private static final Pattern TOKEN = Pattern.compile("[\\w.+-]*");
    private static final int TAIL = 64;

    private long count;
    private String tail = "";

    Counted(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      if (read > 0) {
        count += read;
        String last = tail + new String(to, from + Math.max(0, read - TAIL), Math.min(read, TAIL));
        tail = last.substring(Math.max(0, last.length() - TAIL));
      }
      return read;
    }

    /** Whether nothing stands from the place on, or a part of one token. */
    boolean isEnd(@Nullable TokenStreamLocation place) {
      if (place == null) {
        return false;
      }
      long left = count - place.getCharOffset();
      if (left <= 0) {
        return true;
      }
      String rest = left >= TAIL ? "?" : tail.substring(tail.length() - (int) left);
      return TOKEN.matcher(rest).matches();
    }
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public @Nullable Found broken() {
    return null;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
