package org.evenstar.landing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.RegionTable;
import org.evenstar.landing.decode.TextRepair;
import org.evenstar.landing.read.RecordReader;
import org.evenstar.schemas.config.Model;
import org.jspecify.annotations.Nullable;

/** What must fit together within one row, and among the rows of one file. */
final class RowRules {
  /** What a withdrawal has to say; everything else in it counts for nothing. */
  private static final Set<String> OF_WITHDRAWALS =
      Set.of("DOSSIER_NO_MISSING", "DOSSIER_TWICE", "REVISION_UNKNOWN", "BODY_UNKNOWN", "TEXT_NUL");

  private final Model model;
  private final RegionTable regions;
  private final FirstSeen dossiers = new FirstSeen();
  private String[] lastWeights = new String[0];
  private boolean areWeightsTold;

  RowRules(Model model, RegionTable regions) {
    this.model = model;
    this.regions = regions;
  }

  /** Checks a decoded row. */
  void check(LandedRow out) {
    twice(out);
    if (out.isWithdrawal()) {
      out.problems.removeIf(p -> !OF_WITHDRAWALS.contains(p.found().reasonCode()));
      return;
    }
    stars(out);
    certificate(out);
    version(out);
    address(out);
  }

  /** Two dossiers of one number and revision in one file: the later row is set aside. */
  private void twice(LandedRow out) {
    String number = out.text(Field.DOSSIER_NO);
    if (number == null) {
      return;
    }
    String key = out.bodyId + '\n' + number + '\n' + out.field(Field.REVISION).text();
    int first = dossiers.put(key, out.rowNumber);
    if (first != 0) {
      out.found(Field.DOSSIER_NO, Found.of("DOSSIER_TWICE", number, Integer.toString(first)));
    }
  }

  private static void stars(LandedRow out) {
    Decoded applied = out.field(Field.APPLIED_STAR);
    Decoded awarded = out.field(Field.AWARDED_STAR);
    if (applied.isPresent() && awarded.isPresent() && awarded.number() > applied.number()) {
      out.found(
          Field.AWARDED_STAR,
          Found.of("STAR_ABOVE_APPLIED", "" + awarded.number(), "" + applied.number()));
    }
  }

  private static void certificate(LandedRow out) {
    Decoded assessed = out.field(Field.ASSESSED_ON);
    Decoded certified = out.field(Field.CERTIFIED_ON);
    if (assessed.isPresent() && certified.isPresent() && certified.number() < assessed.number()) {
      out.found(
          Field.CERTIFIED_ON,
          Found.of(
              "CERTIFICATE_BEFORE_ASSESSMENT",
              String.valueOf(certified.text()),
              String.valueOf(assessed.text())));
    }
  }

  private void version(LandedRow out) {
    String version = out.text(Field.MODEL_VERSION);
    if (version != null && !version.equals(model.version())) {
      out.found(Field.MODEL_VERSION, Found.of("MODEL_VERSION", version, model.version()));
    }
  }

  private void address(LandedRow out) {
    String region = out.text(Field.REGION);
    String address = out.text(Field.ADDRESS);
    if (region != null && address != null) {
      String named = regions.provinceIn(address);
      if (named != null && !regions.isSameProvince(named, region)) {
        out.found(
            Field.REGION,
            Found.of("REGION_CONTRADICTS_ADDRESS", String.valueOf(out.regionRaw), address));
      }
    }
  }

  /** Weights unlike the model's, told once a file; null when they agree or were told before. */
  @Nullable Found weights(RecordReader row, HeaderBinding binding) {
    if (binding.weightPlaces.isEmpty() || areWeightsTold) {
      return null;
    }
    List<Model.Indicator> indicators = model.indicators();
    String[] weights = new String[indicators.size()];
    for (int i = 0; i < weights.length; i++) {
      Integer place = binding.weightPlaces.get(indicators.get(i).indicatorId());
      weights[i] = place == null ? "" : row.cell(place);
    }
    if (Arrays.equals(weights, lastWeights)) {
      return null;
    }
    lastWeights = weights;
    Found found = differing(weights);
    areWeightsTold = found != null;
    return found;
  }

  /** Compares shares within each domain, exactly: w / Σw against the model's. */
  private @Nullable Found differing(String[] weights) {
    Map<String, List<Integer>> domains = new LinkedHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      if (!weights[i].isBlank()) {
        domains
            .computeIfAbsent(model.indicators().get(i).domainId(), d -> new ArrayList<>())
            .add(i);
      }
    }
    for (List<Integer> domain : domains.values()) {
      BigDecimal delivered = BigDecimal.ZERO;
      BigDecimal expected = BigDecimal.ZERO;
      for (int i : domain) {
        delivered = delivered.add(Objects.requireNonNullElse(weight(weights[i]), BigDecimal.ZERO));
        expected = expected.add(BigDecimal.valueOf(model.indicators().get(i).weight()));
      }
      for (int i : domain) {
        BigDecimal weight = weight(weights[i]);
        BigDecimal own = BigDecimal.valueOf(model.indicators().get(i).weight());
        if (weight == null || weight.multiply(expected).compareTo(own.multiply(delivered)) != 0) {
          return Found.of(
              "WEIGHTS_DIFFER",
              model.indicators().get(i).indicatorId() + " " + weights[i],
              own.toPlainString());
        }
      }
    }
    return null;
  }

  private static @Nullable BigDecimal weight(String raw) {
    String text = TextRepair.plain(raw).text();
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    return digits.matches("\\d{1,9}(\\.\\d{1,9})?") ? new BigDecimal(digits) : null;
  }
}
