package org.evenstar.notebooks;

import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.evenstar.api.Table;

/** Where a notebook shows tables, charts and sentences. */
public final class Page {
  private final ObjIntConsumer<String> shown;

  private Page(ObjIntConsumer<String> shown) {
    this.shown = shown;
  }

  /** A page in Jupyter: {@code Page.in(html -> display("text/html", html))}. */
  public static Page in(Consumer<String> html) {
    return new Page((text, line) -> html.accept(text));
  }

  /** A page that keeps what was shown with the line of the notebook's source that showed it. */
  static Page recorded(ObjIntConsumer<String> shown) {
    return new Page(shown);
  }

  /** Shows a table. */
  public void show(Table table) {
    html(table.toHtml());
  }

  /** Shows a chart. */
  public void show(Chart chart) {
    html(chart.svg());
  }

  /** Shows a sentence or preformatted text. */
  public void show(String text) {
    html("<pre>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</pre>");
  }

  private void html(String html) {
    shown.accept(html, line());
  }

  private static int line() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .filter(frame -> Notebook.class.isAssignableFrom(frame.getDeclaringClass()))
                    .findFirst()
                    .map(StackWalker.StackFrame::getLineNumber)
                    .orElse(0));
  }
}
