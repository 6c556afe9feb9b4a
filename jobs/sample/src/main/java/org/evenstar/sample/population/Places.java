package org.evenstar.sample.population;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The counties that institutions sit in; a cut of GB/T 2260 without codes that changed names. */
public final class Places {
  private final List<Place> all = new ArrayList<>();
  private final Map<String, List<Place>> byProvince = new TreeMap<>();
  private final List<Place> renumbered = new ArrayList<>();

  /** Reads the built-in table. */
  public Places() {
    try (InputStream in =
            Objects.requireNonNull(
                Places.class.getResourceAsStream("/org/evenstar/sample/places.csv"));
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : csv) {
        add(
            new Place(
                row.getField("code"),
                row.getField("province"),
                row.getField("prefecture"),
                row.getField("county"),
                row.getField("abolished")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Place place) {
    all.add(place);
    byProvince.computeIfAbsent(place.provinceDigits(), p -> new ArrayList<>()).add(place);
    if (!place.abolished().isEmpty()) {
      renumbered.add(place);
    }
  }

  /** Every county. */
  public List<Place> all() {
    return all;
  }

  /** The counties of a province, by the first two digits of its code. */
  public List<Place> of(String provinceDigits) {
    return Objects.requireNonNull(byProvince.get(provinceDigits), provinceDigits);
  }

  /** Counties that an abolished code maps forward to. */
  public List<Place> renumbered() {
    return renumbered;
  }

  /** Every province's first two digits, in order. */
  public List<String> provinces() {
    return List.copyOf(byProvince.keySet());
  }
}
