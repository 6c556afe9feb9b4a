package org.evenstar.pipeline.publish.metadata;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.evenstar.landing.receipt.SheetText;
import org.evenstar.landing.receipt.UndatedWorkbook;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * {@code workbook.xlsx} of a tier: a sheet for each dataset that is short enough, a first sheet
 * that names all of them, those left out with the reason, and a codebook at the end.
 *
 * <p>Cells say what the CSV says: a text that looks like a formula keeps its apostrophe, so that it
 * stays a text when someone edits the cell. A number that a spreadsheet would round is a text.
 */
public final class ReleaseWorkbook {
  /** Rows of a sheet, the header included. */
  private static final int ROWS_OF_A_SHEET = 1_048_576;

  private static final int EXACT_DIGITS = 15;

  private final Path folder;
  private final DescribedTier tier;
  private final long maxRows;

  /**
   * @param folder the tier's folder with its CSV files
   * @param maxRows longer datasets are left out, and said to be
   */
  ReleaseWorkbook(Path folder, DescribedTier tier, long maxRows) {
    this.folder = folder;
    this.tier = tier;
    this.maxRows = Math.min(maxRows, ROWS_OF_A_SHEET - 1);
  }

  /**
   * The workbook of one tier of a finished release, as long as sheets can be.
   *
   * @throws IllegalArgumentException when the release has no such tier
   */
  public static ReleaseWorkbook of(Path release, String tier) throws IOException {
    return new ReleaseWorkbook(
        release.resolve(tier), DescribedTier.read(release, tier), ROWS_OF_A_SHEET);
  }

  /** Writes the workbook; the same tier gives the same bytes. */
  public void write(Path to) throws IOException {
    Path dated = to.resolveSibling(to.getFileName() + ".dated");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dated), 1 << 16);
        Workbook workbook = new Workbook(out, "Evenstar", "1.0")) {
      workbook.setCompressionLevel(0);
      contents(workbook.newWorksheet("说明 contents"));
      for (DescribedDataset dataset : tier.datasets()) {
        if (isIn(dataset)) {
          dataset(workbook.newWorksheet(dataset.name()), dataset);
        }
      }
      codebook(workbook.newWorksheet("编码手册 codebook"));
    }
    UndatedWorkbook.copy(dated, to);
    Files.delete(dated);
  }

  private boolean isIn(DescribedDataset dataset) {
    return dataset.rows() <= maxRows;
  }

  private void contents(Worksheet sheet) {
    List<String> lines =
        List.of(
            tier.title().zh(),
            tier.title().en(),
            tier.head().releaseId() + " · " + tier.tier(),
            tier.caution().zh(),
            tier.caution().en(),
            tier.licenceLine().zh(),
            tier.licenceLine().en());
    int row = 0;
    for (String line : lines) {
      SheetText.put(sheet, row++, 0, line);
    }
    row++;
    record(sheet, row++, "dataset", "名称", "title", "rows", "sheet");
    for (DescribedDataset dataset : tier.datasets()) {
      SheetText.put(sheet, row, 0, dataset.name());
      SheetText.put(sheet, row, 1, dataset.schema().title().zh());
      SheetText.put(sheet, row, 2, dataset.schema().title().en());
      sheet.value(row, 3, dataset.rows());
      SheetText.put(sheet, row, 4, isIn(dataset) ? dataset.name() : left(dataset));
      row++;
    }
    sheet.width(0, 24);
    sheet.width(1, 24);
    sheet.width(2, 32);
  }

  private String left(DescribedDataset dataset) {
    return String.format(
        Locale.ROOT,
        "超过 %,d 行，未收入本工作簿，见 %s · above %,d rows, not in this workbook: see %s",
        maxRows,
        dataset.csv(),
        maxRows,
        dataset.csv());
  }

  private void dataset(Worksheet sheet, DescribedDataset dataset) throws IOException {
    List<DatasetSchema.Column> columns = dataset.schema().columns();
    int row = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofCsvRecord(folder.resolve(dataset.csv()))) {
      for (CsvRecord cells : reader) {
        for (int i = 0; i < columns.size(); i++) {
          if (row == 0) {
            SheetText.put(sheet, 0, i, cells.getField(i));
          } else {
            cell(sheet, row, i, columns.get(i).type(), cells.getField(i));
          }
        }
        row++;
      }
    }
    for (int i = 0; i < columns.size() && row > 1; i++) {
      if (columns.get(i).type().equals("date")) {
        sheet.range(1, i, row - 1, i).style().format("yyyy-mm-dd").set();
        sheet.width(i, 12);
      }
    }
    sheet.freezePane(0, 1);
  }

  private static void cell(Worksheet sheet, int row, int column, String type, String said) {
    if (said.isEmpty()) {
      return;
    }
    switch (type) {
      case "int", "bigint" -> {
        if (said.length() > EXACT_DIGITS) {
          sheet.value(row, column, said);
        } else {
          sheet.value(row, column, Long.parseLong(said));
        }
      }
      case "double" -> sheet.value(row, column, Double.parseDouble(said));
      case "boolean" -> sheet.value(row, column, Boolean.parseBoolean(said));
      case "date" -> sheet.value(row, column, LocalDate.parse(said));
      default -> SheetText.put(sheet, row, column, said);
    }
  }

  private void codebook(Worksheet sheet) {
    record(sheet, 0, "dataset", "column", "type", "unit", "含义", "meaning");
    int row = 1;
    for (DescribedDataset dataset : tier.datasets()) {
      for (DatasetSchema.Column column : dataset.schema().columns()) {
        record(
            sheet,
            row++,
            dataset.name(),
            column.name(),
            column.type(),
            column.unit() == null ? "" : column.unit(),
            column.description().zh(),
            column.description().en());
      }
    }
    sheet.freezePane(0, 1);
  }

  private static void record(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      SheetText.put(sheet, row, i, cells[i]);
    }
  }
}
