package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.RegionTable;
import org.evenstar.landing.decode.SectorKeywords;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.landing.read.RecordReader;
import org.evenstar.landing.read.RecordReaders;
import org.evenstar.landing.read.Unreadable;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** Lands one file: every row accepted, repaired or quarantined, and nothing lost. */
final class FileLanding {
  private final Delivery delivery;
  private final Source source;
  private final Model model;
  private final SourceDecoders decoders;
  private final LandedFiles out;
  private final RowDecoder decoder;
  private final RowRules rules;
  private final PercentForms percents;
  private final ItemScores scores;
  private final DeliveryCounts counts = new DeliveryCounts();
  private final ArchiveCopy archive;

  FileLanding(
      RunConfig config,
      Delivery delivery,
      Source source,
      SourceDecoders decoders,
      RegionTable regions,
      SectorKeywords keywords,
      boolean areFractions,
      ArchiveCopy archive,
      LandedFiles out) {
    this.delivery = delivery;
    this.source = source;
    this.model = config.model();
    this.decoders = decoders;
    this.out = out;
    this.archive = archive;
    this.decoder = new RowDecoder(source, new Names(config, source), delivery.namedBy(), keywords);
    this.rules = new RowRules(model, regions);
    this.percents = new PercentForms(areFractions);
    this.scores = new ItemScores(model, percents);
    this.counts.fractionNote = areFractions;
  }

  /**
   * Reads the file to its end.
   *
   * @throws FileStopped when it cannot land; what was written of it is to be thrown away
   * @throws PercentForms.ReadAsFractions when it has to be read once more
   */
  DeliveryCounts land(Path file) throws IOException, FileStopped, PercentForms.ReadAsFractions {
    if (decoder.isBodyUnknown()) {
      throw new FileStopped("", Found.of("BODY_UNKNOWN", delivery.namedBy()));
    }
    try {
      RecordReaders readers = new RecordReaders(source, model);
      RecordReaders.Opened opened =
          delivery.mends() == null
              ? readers.open(file, delivery.path())
              : readers.openReceipt(file);
      counts.format = opened.format();
      counts.encoding = opened.encoding();
      counts.encodingEvidence = opened.evidence();
      try (RecordReader reader = opened.reader()) {
        read(reader);
      }
    } catch (Unreadable e) {
      String expected = e.expected().isEmpty() ? requiredHeaders(e) : e.expected();
      throw new FileStopped("", Found.of(e.reasonCode(), e.seen(), expected));
    }
    percents.check();
    if (counts.fractionNote) {
      fileNote(new LandedRow.Located("", Found.of("PERCENT_AS_FRACTION", "0.85", "85")));
    }
    out.delivery(delivery, counts);
    return counts;
  }

  private String requiredHeaders(Unreadable e) {
    return e.reasonCode().equals("HEADER_MISSING")
        ? source.columns().stream()
            .filter(Source.Column::required)
            .flatMap(column -> column.headers().stream().limit(1))
            .toList()
            .toString()
        : "";
  }

  private void read(RecordReader reader) throws IOException, FileStopped {
    HeaderBinding binding = null;
    LandedRow row = new LandedRow(model.scoredItems().size());
    long ordinal = 0;
    RecordReader.Kind kind = reader.next();
    while (kind != RecordReader.Kind.END) {
      if (kind == RecordReader.Kind.HEADER) {
        binding = bind(reader);
      } else if (kind == RecordReader.Kind.NOTE) {
        note(reader, row, reader.noteColumn(), reader.note());
      } else {
        ordinal++;
        row(reader, Objects.requireNonNull(binding), row, delivery.rowKey(ordinal));
      }
      kind = reader.next();
    }
    if (binding == null) {
      throw new FileStopped("", Found.of("FILE_EMPTY", "no header"));
    }
  }

  private HeaderBinding bind(RecordReader reader) throws IOException, FileStopped {
    List<String> header = new ArrayList<>();
    for (int i = 0; i < reader.size(); i++) {
      header.add(reader.cell(i));
    }
    HeaderBinding binding = new HeaderBinding(header, source, model, decoders);
    List<LandedRow.Located> stops = new ArrayList<>();
    for (Found found : binding.problems) {
      LandedRow.Located located = new LandedRow.Located(found.value(), found);
      if (Reasons.of(found.reasonCode()).severity() == Reasons.Severity.STOP) {
        stops.add(located);
      } else {
        fileNote(located);
      }
    }
    if (!stops.isEmpty()) {
      throw new FileStopped(stops);
    }
    archive.header(header, binding);
    return binding;
  }

  private void fileNote(LandedRow.Located located) throws IOException {
    counts.notes++;
    out.problem(delivery, null, 0, located);
  }

  /** Tells of a row that is no dossier, or of a sheet or column. */
  private void note(RecordReader reader, LandedRow row, String column, Found found)
      throws IOException {
    start(reader, row);
    row.bodyId = String.valueOf(delivery.bodyId());
    row.period = String.valueOf(delivery.period());
    counts.notes++;
    out.problem(delivery, row, 0, new LandedRow.Located(column, found));
  }

  private static void start(RecordReader reader, LandedRow row) {
    row.clear();
    row.sheet = reader.sheet();
    row.rowNumber = reader.rowNumber();
  }

  private void row(RecordReader reader, HeaderBinding binding, LandedRow row, long rowKey)
      throws IOException, FileStopped {
    String other = decoder.notADossier(reader, binding);
    if (other != null) {
      note(reader, row, "", Found.of(other, ""));
      return;
    }
    start(reader, row);
    Found broken = reader.broken();
    if (broken != null) {
      if (Reasons.of(broken.reasonCode()).severity() == Reasons.Severity.STOP) {
        throw new FileStopped("", broken);
      }
      row.bodyId = String.valueOf(delivery.bodyId());
      row.period = String.valueOf(delivery.period());
      row.found("", broken);
    } else {
      decoder.decode(reader, binding, row);
      if (!row.isWithdrawal()) {
        scores.read(reader, binding, row);
      }
      rules.check(row);
      Found weights = row.isWithdrawal() ? null : rules.weights(reader, binding);
      if (weights != null) {
        fileNote(new LandedRow.Located("", weights));
      }
    }
    archive.row(reader);
    write(row, rowKey);
  }

  private void write(LandedRow row, long rowKey) throws IOException {
    counts.read++;
    Reasons.@Nullable Severity severity = row.severity();
    for (LandedRow.Located located : row.problems) {
      if (Reasons.of(located.found().reasonCode()).severity() == Reasons.Severity.NOTE) {
        counts.notes++;
      }
      out.problem(delivery, row, rowKey, located);
    }
    if (severity != null && severity.compareTo(Reasons.Severity.QUARANTINE) >= 0) {
      counts.quarantined++;
      return;
    }
    boolean isRepaired = severity == Reasons.Severity.REPAIR;
    if (isRepaired) {
      counts.repaired++;
    } else {
      counts.accepted++;
    }
    counts.see(row);
    out.dossier(row, delivery, rowKey, isRepaired, model.modelId(), model.version());
  }
}
