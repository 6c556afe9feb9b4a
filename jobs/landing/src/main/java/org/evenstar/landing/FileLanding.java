package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.landing.read.RecordReader;
import org.evenstar.landing.read.RecordReaders;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** Lands one file: every row accepted, repaired or quarantined, and nothing lost. */
final class FileLanding {
  private final Delivery delivery;
  private final Source source;
  private final Model model;
  private final RowDecoder decoder;
  private final SourceDecoders decoders;
  private final LandedFiles out;
  private final DeliveryCounts counts = new DeliveryCounts();
  private final Map<String, Integer> firstRowOf = new HashMap<>();

  FileLanding(
      Delivery delivery,
      Source source,
      Model model,
      RowDecoder decoder,
      SourceDecoders decoders,
      LandedFiles out) {
    this.delivery = delivery;
    this.source = source;
    this.model = model;
    this.decoder = decoder;
    this.decoders = decoders;
    this.out = out;
  }

  /**
   * Reads the file to its end.
   *
   * @throws FileStopped when it cannot land; what was written of it is to be thrown away
   */
  void land(Path file) throws IOException, FileStopped {
    if (decoder.isBodyUnknown()) {
      throw new FileStopped("", Found.of("BODY_UNKNOWN", delivery.path()));
    }
    try {
      RecordReaders.Opened opened = RecordReaders.open(file, source);
      counts.format = opened.format();
      counts.encoding = opened.encoding();
      counts.encodingEvidence = opened.evidence();
      try (RecordReader reader = opened.reader()) {
        read(reader);
      }
    } catch (RecordReaders.Unreadable e) {
      throw new FileStopped(
          "", Found.of(e.reasonCode(), String.valueOf(e.getMessage()), source.format()));
    }
    out.delivery(delivery, counts);
  }

  private void read(RecordReader reader) throws IOException, FileStopped {
    HeaderBinding binding = null;
    LandedRow row = new LandedRow(model.scoredItems().size());
    long ordinal = 0;
    for (RecordReader.Kind kind = reader.next();
        kind != RecordReader.Kind.END;
        kind = reader.next()) {
      if (kind == RecordReader.Kind.HEADER) {
        binding = bind(reader);
      } else {
        ordinal++;
        row(reader, Objects.requireNonNull(binding), row, delivery.rowKey(ordinal));
      }
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
    return binding;
  }

  private void fileNote(LandedRow.Located located) throws IOException {
    counts.notes++;
    out.problem(delivery, null, 0, located);
  }

  private void row(RecordReader reader, HeaderBinding binding, LandedRow row, long rowKey)
      throws IOException {
    String other = decoder.notADossier(reader, binding);
    if (other != null) {
      row.clear();
      row.sheet = reader.sheet();
      row.rowNumber = reader.rowNumber();
      row.bodyId = String.valueOf(delivery.bodyId());
      row.period = String.valueOf(delivery.period());
      counts.notes++;
      out.problem(delivery, row, rowKey, new LandedRow.Located("", Found.of(other, "")));
      return;
    }
    decoder.decode(reader, binding, row);
    twice(row);
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
    out.dossier(row, delivery, rowKey, isRepaired, model.modelId(), model.version());
  }

  /** Two dossiers of one number and revision in one file: the later row is set aside. */
  private void twice(LandedRow row) {
    String number = row.text(Field.DOSSIER_NO);
    if (number == null) {
      return;
    }
    String key = row.bodyId + '\n' + number + '\n' + row.field(Field.REVISION).number();
    Integer first = firstRowOf.putIfAbsent(key, row.rowNumber);
    if (first != null) {
      row.found(Field.DOSSIER_NO.id(), Found.of("DOSSIER_TWICE", number, Integer.toString(first)));
    }
  }
}
