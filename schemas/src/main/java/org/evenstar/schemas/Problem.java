package org.evenstar.schemas;

/**
 * One thing wrong with a document.
 *
 * @param file path relative to the run folder, with forward slashes
 * @param pointer JSON pointer of the place, empty for the whole document
 * @param message what is wrong and what to do
 */
public record Problem(String file, String pointer, String message) implements Comparable<Problem> {

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    int byPointer = byFile != 0 ? byFile : pointer.compareTo(other.pointer);
    return byPointer != 0 ? byPointer : message.compareTo(other.message);
  }

  @Override
  public String toString() {
    return file + (pointer.isEmpty() ? "" : " " + pointer) + ": " + message;
  }
}
